import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { limitEnd } from '#domain/calendar/working-days.js';
import { AnnualInspectionRefusal } from './errors.js';
import { assertOfficers } from './officers.rule.js';
import { DEFAULT_SETTINGS, limitOf, type AnnualInspectionSettings } from './settings.js';

const id = z.string().min(1).max(128);

/** The verification of a rectification (整改核验): what was handed in for each item, and what the officers found. */
export const RectificationVerification = z.strictObject({
  handedInOn: z.iso.date(),
  verifiedOn: z.iso.date(),
  officers: z.array(id).max(20),
  items: z
    .array(z.strictObject({ itemId: id, evidenceUploadIds: z.array(id).max(20), done: z.boolean() }))
    .min(1)
    .max(100),
});
export type RectificationVerification = z.output<typeof RectificationVerification>;

/** What the verification is held against. */
export interface RectificationOrder {
  readonly itemIds: readonly string[];
  readonly due: IsoDate;
  /** Who signed the conclusion or set the rectification, and recused officers: they do not verify it (specification C5). */
  readonly excludedOfficers: readonly string[];
}

/** What a verification comes to. `inTime` looks at the day of handing in: when officers verify is their own matter. */
export interface RectificationOutcome {
  readonly event: 'verifyPass' | 'verifyFail';
  readonly undone: readonly string[];
  readonly inTime: boolean;
}

/** The last day of a rectification that is set on `setOn`: 30 CD, moved off days off (specification M02, C4). */
export function rectificationDue(
  setOn: IsoDate,
  calendar: WorkCalendar,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): IsoDate {
  const { unit, length } = limitOf('RECTIFICATION', settings);
  return limitEnd(calendar, { from: setOn, unit, n: length });
}

/**
 * The outcome of a verification by at least two officers (specification M02): passed when every item of the order is
 * done. Throws AI_OFFICERS_TOO_FEW, DATE_ORDER, or AI_RECTIFICATION_INCOMPLETE for an item that is not looked at or is
 * called done without evidence.
 */
export function verifyRectification(
  verification: RectificationVerification,
  order: RectificationOrder,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): RectificationOutcome {
  const { handedInOn, verifiedOn, officers, items } = verification;
  assertOfficers(officers, { least: settings.verifyOfficers, excluded: order.excludedOfficers });
  if (verifiedOn < handedInOn)
    throw new AnnualInspectionRefusal('DATE_ORDER', { handedInOn, verifiedOn }, 'verifiedOn');
  const unlooked = order.itemIds.filter((itemId) => !items.some((item) => item.itemId === itemId));
  const unproved = items.filter(({ done, evidenceUploadIds }) => done && evidenceUploadIds.length === 0);
  if (unlooked.length > 0 || unproved.length > 0) {
    const details = { unlooked, withoutEvidence: unproved.map(({ itemId }) => itemId) };
    throw new AnnualInspectionRefusal('AI_RECTIFICATION_INCOMPLETE', details, 'items');
  }
  const undone = items.filter(({ done }) => !done).map(({ itemId }) => itemId);
  return { event: undone.length === 0 ? 'verifyPass' : 'verifyFail', undone, inTime: handedInOn <= order.due };
}
