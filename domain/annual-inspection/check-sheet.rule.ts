import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { AnnualInspectionRefusal } from './errors.js';
import { assertOfficers } from './officers.rule.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** Results of a random check, with their names (specification M02). */
export const CHECK_RESULTS = [
  { slug: 'NO_PROBLEM', zh: '未发现问题', en: 'no problem' },
  { slug: 'PROBLEM_CORRECTED', zh: '发现问题已当场整改', en: 'problem corrected on the spot' },
  { slug: 'PROBLEM_ORDERED', zh: '发现问题责令整改', en: 'problem ordered to be put right' },
  { slug: 'NOT_COOPERATIVE', zh: '不配合检查', en: 'not co-operative' },
  { slug: 'NOT_FOUND', zh: '未查见', en: 'not found at its address' },
] as const;

const id = z.string().min(1).max(128);
const text = (max: number) => z.string().trim().min(1).max(max);

/** The sheet of one check (检查表): what was looked at, what was found, the result. */
export const CheckSheet = z.strictObject({
  checkedOn: z.iso.date(),
  inspectors: z.array(id).max(10),
  items: z
    .array(z.strictObject({ item: text(300), ok: z.boolean(), finding: text(2000).optional() }))
    .min(1)
    .max(100),
  result: z.enum(CHECK_RESULTS.map(({ slug }) => slug)),
  /** Until when to put right, with PROBLEM_ORDERED. */
  rectifyBy: z.iso.date().optional(),
  signed: z.boolean(),
  refusalNote: text(1000).optional(),
});
export type CheckSheet = z.output<typeof CheckSheet>;

/** What the sheet is held against. */
export interface DrawnCheck {
  readonly drawnOn: IsoDate;
  /** After redraws. */
  readonly inspectors: readonly string[];
}

/**
 * Refuses a sheet that does not stand: filled in by the drawn inspectors and nobody else, two at least; after the draw; an
 * order names its last day; every item that is not in order says what was found; unsigned only with the refusal noted.
 */
export function assertCheckSheet(
  sheet: CheckSheet,
  check: DrawnCheck,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): void {
  const strangers = sheet.inspectors.filter((inspector) => !check.inspectors.includes(inspector));
  assertOfficers(sheet.inspectors, { least: settings.drawInspectors, excluded: strangers });
  if (sheet.checkedOn < check.drawnOn) {
    throw new AnnualInspectionRefusal(
      'DATE_ORDER',
      { drawnOn: check.drawnOn, checkedOn: sheet.checkedOn },
      'checkedOn',
    );
  }
  const ordered = sheet.result === 'PROBLEM_ORDERED';
  if (ordered && (sheet.rectifyBy === undefined || sheet.rectifyBy <= sheet.checkedOn)) {
    throw new AnnualInspectionRefusal('DATE_ORDER', { checkedOn: sheet.checkedOn }, 'rectifyBy');
  }
  const silent = sheet.items.filter(({ ok, finding }) => !ok && finding === undefined).map(({ item }) => item);
  if (silent.length > 0) throw new AnnualInspectionRefusal('CHECK_SHEET_INCOMPLETE', { items: silent }, 'items');
  const absent = sheet.result === 'NOT_FOUND';
  if (!sheet.signed && !absent && sheet.refusalNote === undefined) {
    throw new AnnualInspectionRefusal('CHECK_SHEET_INCOMPLETE', {}, 'refusalNote');
  }
}
