import { z } from 'zod';

import { madeOnce } from '../made-once.js';

/**
 * The defaults of the matter (register of defaults, keys `ai.*` and `draw.*`). Dates are month-day; those of the season
 * lie in the year after the inspected one, base dates in the inspected year itself. A running season keeps those it
 * started with.
 */
export interface AnnualInspectionSettings {
  readonly opens: string;
  readonly toSupervisor: string;
  readonly toRegistry: string;
  readonly foundationToRegistry: string;
  readonly extensionBefore: string;
  readonly baseDate: string;
  readonly charityBaseDate: string;
  /** NEXT_WORKING_DAY moves a closing date on a day off; STAYS keeps the date that the law names. */
  readonly closingOnDayOff: 'STAYS' | 'NEXT_WORKING_DAY';
  readonly remindCD: readonly number[];
  readonly preliminaryWD: number;
  readonly intakeCheckWD: number;
  readonly answerWD: number;
  readonly concludeWD: number;
  readonly publishWD: number;
  readonly talkWD: number;
  readonly talkNoticeWD: number;
  readonly talkOfficers: number;
  readonly rectifyCD: number;
  readonly verifyOfficers: number;
  readonly failYears: number;
  readonly partyOrgMembers: number;
  readonly drawRatePct: string;
  /** The lowest rate of random checks in per cent by level of the registry (specification M02, `draw.floorPct`). */
  readonly drawFloorPct: { readonly COUNTY: string; readonly PREFECTURE: string; readonly PROVINCE: string };
  readonly drawRounding: 'CEIL' | 'FLOOR' | 'HALF_UP';
  readonly drawInspectors: number;
  /** Leaves out of the draw who was checked in so many months before; 0 leaves out nobody. */
  readonly drawCheckedMonths: number;
  readonly checkPublishWD: number;
}

export const DEFAULT_SETTINGS: AnnualInspectionSettings = {
  opens: '01-01',
  toSupervisor: '03-31',
  toRegistry: '05-31',
  foundationToRegistry: '03-31',
  extensionBefore: '05-01',
  baseDate: '06-30',
  charityBaseDate: '12-31',
  closingOnDayOff: 'STAYS',
  remindCD: [30, 10, 3],
  preliminaryWD: 20,
  intakeCheckWD: 5,
  answerWD: 15,
  concludeWD: 20,
  publishWD: 20,
  talkWD: 15,
  talkNoticeWD: 3,
  talkOfficers: 2,
  rectifyCD: 30,
  verifyOfficers: 2,
  failYears: 2,
  partyOrgMembers: 3,
  drawRatePct: '10',
  drawFloorPct: { COUNTY: '3', PREFECTURE: '4', PROVINCE: '5' },
  drawRounding: 'CEIL',
  drawInspectors: 2,
  drawCheckedMonths: 0,
  checkPublishWD: 20,
};

function schemaOfSettings(): z.ZodType<AnnualInspectionSettings> {
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
  const is = DEFAULT_SETTINGS;
  const floor = z.strictObject({
    COUNTY: percentage(is.drawFloorPct.COUNTY),
    PREFECTURE: percentage(is.drawFloorPct.PREFECTURE),
    PROVINCE: percentage(is.drawFloorPct.PROVINCE),
  });
  return z.strictObject({
    opens: monthDay(is.opens),
    toSupervisor: monthDay(is.toSupervisor),
    toRegistry: monthDay(is.toRegistry),
    foundationToRegistry: monthDay(is.foundationToRegistry),
    extensionBefore: monthDay(is.extensionBefore),
    baseDate: monthDay(is.baseDate),
    charityBaseDate: monthDay(is.charityBaseDate),
    closingOnDayOff: z.enum(['STAYS', 'NEXT_WORKING_DAY']).default(is.closingOnDayOff),
    remindCD: z.array(z.int().min(1)).default([...is.remindCD]),
    preliminaryWD: days(is.preliminaryWD),
    intakeCheckWD: days(is.intakeCheckWD),
    answerWD: days(is.answerWD),
    concludeWD: days(is.concludeWD),
    publishWD: days(is.publishWD),
    talkWD: days(is.talkWD),
    talkNoticeWD: days(is.talkNoticeWD),
    talkOfficers: z.int().min(2).default(is.talkOfficers),
    rectifyCD: days(is.rectifyCD),
    verifyOfficers: z.int().min(2).default(is.verifyOfficers),
    failYears: days(is.failYears),
    partyOrgMembers: days(is.partyOrgMembers),
    drawRatePct: percentage(is.drawRatePct),
    drawFloorPct: floor.default(is.drawFloorPct),
    drawRounding: z.enum(['CEIL', 'FLOOR', 'HALF_UP']).default(is.drawRounding),
    drawInspectors: z.int().min(2).max(10).default(is.drawInspectors),
    drawCheckedMonths: z.int().min(0).default(is.drawCheckedMonths),
    checkPublishWD: days(is.checkPublishWD),
  });
}

const schema = madeOnce(schemaOfSettings);

/** Reads settings as the register keeps them; what is absent has its default. Its schema is made when it is first asked for: every case loads this file. */
export const AnnualInspectionSettings = {
  parse: (value: unknown): AnnualInspectionSettings => schema().parse(value),
  safeParse: (value: unknown): z.ZodSafeParseResult<AnnualInspectionSettings> => schema().safeParse(value),
};

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
  intakeCheckWD: 'intake.checkWD',
  answerWD: 'intake.answerWD',
  concludeWD: 'ai.concludeWD',
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
  | 'PRELIMINARY'
  | 'INTAKE'
  | 'SUPPLEMENT'
  | 'CONCLUSION'
  | 'PUBLICATION'
  | 'TALK'
  | 'RECTIFICATION'
  | 'CHECK_PUBLICATION';

/** How long a limit of the matter is. */
export function limitOf(
  limit: InspectionLimit,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): { readonly unit: 'WD' | 'CD'; readonly length: number } {
  const lengths = {
    PRELIMINARY: { unit: 'WD', length: settings.preliminaryWD },
    INTAKE: { unit: 'WD', length: settings.intakeCheckWD },
    SUPPLEMENT: { unit: 'WD', length: settings.answerWD },
    CONCLUSION: { unit: 'WD', length: settings.concludeWD },
    PUBLICATION: { unit: 'WD', length: settings.publishWD },
    TALK: { unit: 'WD', length: settings.talkWD },
    RECTIFICATION: { unit: 'CD', length: settings.rectifyCD },
    CHECK_PUBLICATION: { unit: 'WD', length: settings.checkPublishWD },
  } as const;
  return lengths[limit];
}
