import { z } from 'zod';

/** The defaults of the matter (register of defaults, keys `ven.*`). A running round keeps those it started with. WD working days, CD calendar days. */
export const VentureRoundSettings = z.strictObject({
  callCD: z.int().min(1).default(20),
  screenWD: z.int().min(1).default(10),
  /** Within which a returned application is submitted again. */
  cureWD: z.int().min(1).default(3),
  judgesMin: z.int().min(3).default(5),
  /** Points below which nothing is awarded. */
  floor: z.number().min(0).max(100).multipleOf(0.5).default(60),
  publicityWD: z.int().min(1).default(5),
  objectionWD: z.int().min(1).default(5),
  signWD: z.int().min(1).default(15),
  /** Per cent of each instalment. */
  schedule: z.array(z.int().min(1).max(100)).min(1).default([50, 30, 20]),
  /** Per cent of the project's budget that public money may pay; null: no such cap. */
  maxShare: z.int().min(1).max(100).nullable().default(null),
  execMonths: z.int().min(1).max(60).default(12),
  extensionMonths: z.int().min(0).default(3),
  barYears: z.int().min(0).default(3),
  perOrg: z.int().min(1).default(2),
  /** Per cent of a budget line that may be shifted without approval. */
  shiftPct: z.int().min(0).max(100).default(10),
  midTermRecheckCD: z.int().min(1).default(30),
  returnMoneyCD: z.int().min(1).default(30),
  abnormalYears: z.int().min(0).default(1),
  seriousListYears: z.int().min(0).default(2),
  seriousViolationYears: z.int().min(0).default(3),
  recusalYears: z.int().min(0).default(2),
  photosMin: z.int().min(0).default(2),
});
export type VentureRoundSettings = z.output<typeof VentureRoundSettings>;

export const DEFAULT_SETTINGS: VentureRoundSettings = VentureRoundSettings.parse({});

/** Where the register of defaults keeps each value. */
export const SETTING_KEYS: Readonly<Record<keyof VentureRoundSettings, string>> = {
  callCD: 'ven.callCD',
  screenWD: 'ven.screenWD',
  cureWD: 'ven.cureWD',
  judgesMin: 'ven.judgesMin',
  floor: 'ven.floor',
  publicityWD: 'ven.publicityWD',
  objectionWD: 'ven.objectionWD',
  signWD: 'ven.signWD',
  schedule: 'ven.schedule',
  maxShare: 'ven.maxShare',
  execMonths: 'ven.execMonths',
  extensionMonths: 'ven.extensionMonths',
  barYears: 'ven.barYears',
  perOrg: 'ven.perOrg',
  shiftPct: 'ven.shiftPct',
  midTermRecheckCD: 'ven.midTermRecheckCD',
  returnMoneyCD: 'ven.returnMoneyCD',
  abnormalYears: 'ven.abnormalYears',
  seriousListYears: 'ven.seriousListYears',
  seriousViolationYears: 'ven.seriousViolationYears',
  recusalYears: 'recusal.years',
  photosMin: 'ven.photosMin',
};
