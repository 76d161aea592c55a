import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CouncilTerm } from '#domain/organisation/council-term.rule.js';
import type { UserId } from '#domain/ids.js';
import { z } from 'zod';
import { isIsoDate } from '#domain/calendar/iso-date.js';
import { asId } from '#domain/ids.js';
import type { Database } from '../client.js';

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

const Day = z.string().refine(isIsoDate);
const Term = z.object({ start: Day, end: Day });
const StoredChange = z.object({
  kind: z.enum(['RE_ELECTION', 'POSTPONEMENT']),
  before: Term.nullable(),
  after: Term,
  heldOn: Day.nullable(),
  approvalDoc: z.string().nullable(),
  recordedBy: z.string(),
});

// NOTE The dated register of settings keeps it: one entry per change, key by organisation. A table of its own would do the same.
const keyOf = (organisationId: string) => `council-term/${organisationId}`;

/** Adds a change after all that are there. The caller holds the organisation's row, so changes come one at a time. */
export async function appendCouncilChange(
  { rows }: Database,
  organisationId: string,
  change: CouncilChange,
  now: number,
): Promise<void> {
  const key = keyOf(organisationId);
  const last = await rows.setting.findFirst({ where: { key }, orderBy: { effectiveFrom: 'desc' } });
  const at = Math.max(now, last === null ? 0 : last.effectiveFrom.getTime() + 1);
  await rows.setting.create({ data: { key, effectiveFrom: new Date(at), value: { ...change, ...terms(change) } } });
}

/** Every change, oldest first. */
export async function councilChanges({ rows }: Database, organisationId: string): Promise<RecordedCouncilChange[]> {
  const found = await rows.setting.findMany({
    where: { key: keyOf(organisationId) },
    orderBy: { effectiveFrom: 'asc' },
  });
  return found.map(({ value, effectiveFrom }) => {
    const change = StoredChange.parse(value);
    return { ...change, recordedBy: asId<UserId>(change.recordedBy), at: effectiveFrom.getTime() };
  });
}

function terms({ before, after }: CouncilChange) {
  return { before: before === null ? null : { ...before }, after: { ...after } };
}
