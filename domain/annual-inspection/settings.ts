import { z } from 'zod';

const days = (n: number) => z.int().min(1).default(n);
const monthDay = (text: string) =>
  z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .default(text);
const percentage = (text: string) =>
  z
    .string()
    .regex(/^\d{1,3}(\.\d{1,4})?$/)
    .default(text);

/** The lowest rate of random checks in per cent by level of the registry (specification M02, `draw.floorPct`). */
const FloorPct = z.strictObject({
  COUNTY: percentage('3'),
  PREFECTURE: percentage('4'),
  PROVINCE: percentage('5'),
});

/**
 * The defaults of the matter (register of defaults, keys `ai.*` and `draw.*`). Dates are month-day; those of the season
 * lie in the year after the inspected one, base dates in the inspected year itself. A running season keeps those it
 * started with.
 */
export const AnnualInspectionSettings = z.strictObject({
  opens: monthDay('01-01'),
  toSupervisor: monthDay('03-31'),
  toRegistry: monthDay('05-31'),
  foundationToRegistry: monthDay('03-31'),
  extensionBefore: monthDay('05-01'),
  baseDate: monthDay('06-30'),
  charityBaseDate: monthDay('12-31'),
  /** NEXT_WORKING_DAY moves a closing date on a day off; STAYS keeps the date that the law names. */
  closingOnDayOff: z.enum(['STAYS', 'NEXT_WORKING_DAY']).default('STAYS'),
  remindCD: z.array(z.int().min(1)).default([30, 10, 3]),
  preliminaryWD: days(20),
  answerWD: days(15),
  publishWD: days(20),
  talkWD: days(15),
  talkNoticeWD: days(3),
  talkOfficers: z.int().min(2).default(2),
  rectifyCD: days(30),
  verifyOfficers: z.int().min(2).default(2),
  failYears: days(2),
  partyOrgMembers: days(3),
  drawRatePct: percentage('10'),
  drawFloorPct: FloorPct.default(FloorPct.parse({})),
  drawRounding: z.enum(['CEIL', 'FLOOR', 'HALF_UP']).default('CEIL'),
  drawInspectors: z.int().min(2).max(10).default(2),
  /** Leaves out of the draw who was checked in so many months before; 0 leaves out nobody. */
  drawCheckedMonths: z.int().min(0).default(0),
  checkPublishWD: days(20),
});
export type AnnualInspectionSettings = z.output<typeof AnnualInspectionSettings>;

export const DEFAULT_SETTINGS: AnnualInspectionSettings = AnnualInspectionSettings.parse({});

/** Where the register of defaults keeps each value. */
export const SETTING_KEYS: Readonly<Record<keyof AnnualInspectionSettings, string>> = {
  opens: 'ai.opens',
  toSupervisor: 'ai.toSupervisor',
  toRegistry: 'ai.toRegistry',
  foundationToRegistry: 'ai.foundationToRegistry',
  extensionBefore: 'ai.extensionBefore',
  baseDate: 'ai.baseDate',
  charityBaseDate: 'ai.charityBaseDate',
  closingOnDayOff: 'ai.closingOnDayOff',
  remindCD: 'ai.remindCD',
  preliminaryWD: 'ai.preliminaryWD',
  answerWD: 'intake.answerWD',
  publishWD: 'ai.publishWD',
  talkWD: 'ai.talkWD',
  talkNoticeWD: 'ai.talkNoticeWD',
  talkOfficers: 'ai.talkOfficers',
  rectifyCD: 'ai.rectifyCD',
  verifyOfficers: 'ai.verifyOfficers',
  failYears: 'ai.failYears',
  partyOrgMembers: 'ai.partyOrgMembers',
  drawRatePct: 'draw.ratePct',
  drawFloorPct: 'draw.floorPct',
  drawRounding: 'draw.rounding',
  drawInspectors: 'draw.inspectors',
  drawCheckedMonths: 'draw.checkedMonths',
  checkPublishWD: 'draw.publishWD',
};

/** The limits of the matter that run in days from an event (specification M02, state table). */
export type InspectionLimit =
  'PRELIMINARY' | 'SUPPLEMENT' | 'PUBLICATION' | 'TALK' | 'RECTIFICATION' | 'CHECK_PUBLICATION';

/** How long a limit of the matter is. */
export function limitOf(
  limit: InspectionLimit,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): { readonly unit: 'WD' | 'CD'; readonly length: number } {
  const lengths = {
    PRELIMINARY: { unit: 'WD', length: settings.preliminaryWD },
    SUPPLEMENT: { unit: 'WD', length: settings.answerWD },
    PUBLICATION: { unit: 'WD', length: settings.publishWD },
    TALK: { unit: 'WD', length: settings.talkWD },
    RECTIFICATION: { unit: 'CD', length: settings.rectifyCD },
    CHECK_PUBLICATION: { unit: 'WD', length: settings.checkPublishWD },
  } as const;
  return lengths[limit];
}
