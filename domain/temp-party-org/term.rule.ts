import { addCalendarDays, daysBetween, type IsoDate } from '../calendar/iso-date.js';
import { TempPartyOrgRefusal } from './errors.js';

/** First and last day of a term, both included. */
export interface Term {
  readonly termStart: IsoDate;
  readonly termEnd: IsoDate;
}

/**
 * The term of a temporary Party organisation: from its reply to the end of the council's term, which is copied and
 * never typed (specification M01 "Term"). The council's term must hold on the day of the reply.
 */
export function termFrom(input: {
  readonly councilTermStart: IsoDate;
  readonly councilTermEnd: IsoDate;
  readonly replyDate: IsoDate;
}): Term {
  if (input.councilTermStart >= input.councilTermEnd)
    throw new TempPartyOrgRefusal('DATE_ORDER', { start: input.councilTermStart, end: input.councilTermEnd });
  if (input.replyDate > input.councilTermEnd)
    throw new TempPartyOrgRefusal('TPO_COUNCIL_TERM_EXPIRED', {
      councilTermEnd: input.councilTermEnd,
      on: input.replyDate,
    });
  return { termStart: input.replyDate, termEnd: input.councilTermEnd };
}

/** Refuses a typed end date that is not the council's (TPO_TERM_MISMATCH). */
export function assertTermMatches(typedEnd: string | undefined, councilTermEnd: string): void {
  if (typedEnd !== undefined && typedEnd !== councilTermEnd)
    throw new TempPartyOrgRefusal('TPO_TERM_MISMATCH', { typed: typedEnd, councilTermEnd }, 'councilTermEnd');
}

/** An early re-election of the council ends the term on that day, which lies within the term. */
export function endedByReElection(term: Term, heldOn: IsoDate): Term {
  if (heldOn < term.termStart || heldOn > term.termEnd)
    throw new TempPartyOrgRefusal('DATE_ORDER', { heldOn, ...term }, 'heldOn');
  return { ...term, termEnd: heldOn };
}

/** An approved postponement of the council's election extends the term by the same length. */
export function extendedByPostponement(term: Term, councilEndBefore: IsoDate, councilEndAfter: IsoDate): Term {
  const days = daysBetween(councilEndBefore, councilEndAfter);
  if (days <= 0) throw new TempPartyOrgRefusal('DATE_ORDER', { councilEndBefore, councilEndAfter }, 'newTermEnd');
  return { ...term, termEnd: addCalendarDays(term.termEnd, days) };
}

/** Refuses a reply that is dated before the case was accepted. */
export function assertReplyAfterAcceptance(replyDate: IsoDate, acceptedOn: IsoDate): void {
  if (replyDate < acceptedOn) throw new TempPartyOrgRefusal('DATE_ORDER', { replyDate, acceptedOn }, 'replyDate');
}
