import { daysBetween } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { DomainError } from '#domain/errors.js';

/** The term (任期) of a council, both days included. */
export interface CouncilTerm {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** A council election that was held: a new term begins. */
export interface ReElection {
  readonly heldOn: IsoDate;
  readonly termStart: IsoDate;
  readonly termEnd: IsoDate;
}

/** An approved postponement of the council election: the present term ends later. */
export interface Postponement {
  readonly newTermEnd: IsoDate;
}

/** Thrown when the dates of a council term contradict each other; `field` is the one to correct. */
export class CouncilTermInvalid extends DomainError {
  constructor(field: string, messageZh: string, messageEn: string, details: Readonly<Record<string, unknown>>) {
    super({ code: 'COUNCIL_TERM_INVALID', status: 422, messageZh, messageEn, field, details });
  }
}

/**
 * The term that a council election (换届) opens. The election has been held, not later than its term begins; the term has a length and begins
 * after the present one did. Throws COUNCIL_TERM_INVALID (422).
 */
export function termAfterElection(present: CouncilTerm | null, election: ReElection, today: IsoDate): CouncilTerm {
  const { heldOn, termStart, termEnd } = election;
  if (heldOn > today) {
    throw new CouncilTermInvalid('heldOn', '换届日期不能晚于今天。', 'The election is in the future.', { heldOn });
  }
  if (heldOn > termStart) {
    throw new CouncilTermInvalid(
      'termStart',
      '新任期应从换届当日或之后开始。',
      'The term begins before its election.',
      {
        heldOn,
        termStart,
      },
    );
  }
  if (termStart >= termEnd) {
    throw new CouncilTermInvalid('termEnd', '任期届满日应晚于任期开始日。', 'The term ends before it begins.', {
      termStart,
      termEnd,
    });
  }
  if (present !== null && termStart <= present.start) {
    const details = { termStart, presentStart: present.start };
    throw new CouncilTermInvalid(
      'termStart',
      '新任期应晚于现任期的开始日。',
      'The new term begins before the present.',
      details,
    );
  }
  return { start: termStart, end: termEnd };
}

/**
 * The present term, ending later because the election was postponed with approval (延期换届). Throws COUNCIL_TERM_INVALID (422) when there is no
 * term to extend or the new end is not later.
 */
export function termAfterPostponement(present: CouncilTerm | null, { newTermEnd }: Postponement): CouncilTerm {
  if (present === null) {
    throw new CouncilTermInvalid(
      'newTermEnd',
      '尚未登记理事会任期,无法延期。请先登记换届。',
      'There is no council term yet. Record an election first.',
      {},
    );
  }
  if (daysBetween(present.end, newTermEnd) <= 0) {
    throw new CouncilTermInvalid('newTermEnd', '延期后的届满日应晚于原届满日。', 'The new end must be later.', {
      newTermEnd,
      presentEnd: present.end,
    });
  }
  return { start: present.start, end: newTermEnd };
}
