import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { limitEnd } from '#domain/calendar/working-days.js';
import { AnnualInspectionRefusal } from './errors.js';
import { assertOfficers } from './officers.rule.js';
import { DEFAULT_SETTINGS, limitOf, type AnnualInspectionSettings } from './settings.js';

/** One item as officers found it: what was handed in for it, and whether it is done. */
export interface VerifiedItem {
  readonly itemId: string;
  readonly evidenceUploadIds: readonly string[];
  readonly done: boolean;
}

/** The verification of a rectification (整改核验): what was handed in for each item, and what the officers found. */
export interface RectificationVerification {
  readonly handedInOn: string;
  readonly verifiedOn: string;
  readonly officers: readonly string[];
  readonly items: readonly VerifiedItem[];
}

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
  assertItemsVerifiable(items, order.itemIds);
  const undone = items.filter(({ done }) => !done).map(({ itemId }) => itemId);
  return { event: undone.length === 0 ? 'verifyPass' : 'verifyFail', undone, inTime: handedInOn <= order.due };
}

/**
 * Refuses findings that leave an item of the order out or call one done without evidence.
 * Throws AI_RECTIFICATION_INCOMPLETE with the items.
 */
export function assertItemsVerifiable(items: readonly VerifiedItem[], ordered: readonly string[]): void {
  const unlooked = ordered.filter((itemId) => !items.some((item) => item.itemId === itemId));
  const withoutEvidence = items
    .filter(({ done, evidenceUploadIds }) => done && evidenceUploadIds.length === 0)
    .map(({ itemId }) => itemId);
  if (unlooked.length === 0 && withoutEvidence.length === 0) return;
  throw new AnnualInspectionRefusal('AI_RECTIFICATION_INCOMPLETE', { unlooked, withoutEvidence }, 'items');
}
