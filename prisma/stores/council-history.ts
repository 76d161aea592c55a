import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CouncilTerm } from '#domain/organisation/council-term.rule.js';
import type { UserId } from '#domain/ids.js';
import { z } from 'zod';
import { asId } from '#domain/ids.js';
import type { Database } from '../client.js';
import { dateColumn, dayOf } from './date-column.js';

/** How a council term came to be what it is. */
export interface CouncilChange {
  readonly kind: 'RE_ELECTION' | 'POSTPONEMENT';
  readonly before: CouncilTerm | null;
  readonly after: CouncilTerm;
  /** The day of the election; null for a postponement. */
  readonly heldOn: IsoDate | null;
  /** The upload with the approval of a postponement; null for an election. */
  readonly approvalDoc: string | null;
  readonly recordedBy: UserId;
}

/** A change and when it was recorded (epoch ms). */
export interface RecordedCouncilChange extends CouncilChange {
  readonly at: number;
}

const Kind = z.enum(['RE_ELECTION', 'POSTPONEMENT']);

/** Adds a change after all that are there. The caller holds the organisation's row, so changes come one at a time. */
export async function appendCouncilChange(
  { rows }: Database,
  organisationId: string,
  { kind, before, after, heldOn, approvalDoc, recordedBy }: CouncilChange,
  now: number,
): Promise<void> {
  const ordinal = 1 + (await rows.councilTermChange.count({ where: { organisationId } }));
  await rows.councilTermChange.create({
    data: {
      organisationId,
      ordinal,
      kind,
      beforeStart: before && dateColumn(before.start),
      beforeEnd: before && dateColumn(before.end),
      afterStart: dateColumn(after.start),
      afterEnd: dateColumn(after.end),
      heldOn: heldOn && dateColumn(heldOn),
      approvalDoc,
      recordedBy,
      at: new Date(now),
    },
  });
}

/** Every change, oldest first. */
export async function councilChanges({ rows }: Database, organisationId: string): Promise<RecordedCouncilChange[]> {
  const found = await rows.councilTermChange.findMany({ where: { organisationId }, orderBy: { ordinal: 'asc' } });
  return found.map(({ kind, beforeStart, beforeEnd, afterStart, afterEnd, heldOn, approvalDoc, recordedBy, at }) => ({
    kind: Kind.parse(kind),
    before: beforeStart && beforeEnd && { start: dayOf(beforeStart), end: dayOf(beforeEnd) },
    after: { start: dayOf(afterStart), end: dayOf(afterEnd) },
    heldOn: dayOf(heldOn),
    approvalDoc,
    recordedBy: asId<UserId>(recordedBy),
    at: at.getTime(),
  }));
}
