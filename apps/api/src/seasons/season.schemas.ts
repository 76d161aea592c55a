import { z } from 'zod';

import { INSPECTION_CONCLUSIONS } from '#domain/annual-inspection/consequence.js';
import { RETURN_STATE_LABELS } from '#domain/annual-inspection/states.js';
import { Id, text } from '../http/clean.js';
import { PageQuery, pageOf } from '../http/paging.js';

const Year = z.coerce.number().int().min(2000).max(2100);
const label = { slug: z.string(), zh: z.string(), en: z.string() };

export const NewSeason = z.strictObject({
  inspectedYear: Year.describe('被检年度; the season takes place in the year after'),
  registryUnitId: Id.optional().describe('登记管理机关; absent: your own registry'),
});
export type NewSeason = z.output<typeof NewSeason>;

export const SeasonParams = z.strictObject({ caseNo: z.string().max(64) });
export type SeasonParams = z.output<typeof SeasonParams>;

export const SeasonQuery = z.strictObject({ ...PageQuery.shape, inspectedYear: Year.optional() });
export type SeasonQuery = z.output<typeof SeasonQuery>;

const Dates = z.object({
  opensOn: z.iso.date(),
  toSupervisor: z.iso.date(),
  toRegistry: z.iso.date(),
  foundationToRegistry: z.iso.date(),
  extensionBefore: z.iso.date(),
});

export const SeasonPlan = z.object({
  inspectedYear: z.int(),
  dates: Dates,
  past: z.boolean().describe('The last closing day has passed: it cannot be opened any more'),
});
export type SeasonPlan = z.output<typeof SeasonPlan>;

export const SeasonView = z.object({
  caseNo: z.string(),
  state: z.object(label),
  registry: z.object({ id: z.string(), name: z.string() }),
  inspectedYear: z.int(),
  dates: Dates,
  pausedOn: z.iso.date().nullable(),
  opening: z
    .object({ base: z.int(), judged: z.int(), started: z.int(), done: z.boolean() })
    .nullable()
    .describe('How far the opening is; null before it began'),
  returns: z.object({
    required: z.int(),
    exempt: z.int(),
    undecided: z.int().describe('Without a registration date: put it right, then take them in'),
    filed: z.int(),
    late: z.int(),
    ended: z.int(),
  }),
  links: z.object({ case: z.string(), actions: z.string(), timeline: z.string() }),
});
export type SeasonView = z.output<typeof SeasonView>;

export const SeasonList = pageOf(SeasonView);

export const BoardQuery = z.strictObject({
  ...PageQuery.shape,
  standing: z.enum(['REQUIRED', 'EXEMPT', 'OUTSIDE', 'UNDECIDED']).optional(),
  state: z
    .string()
    .refine((state) => Object.hasOwn(RETURN_STATE_LABELS, state))
    .optional(),
  filed: z.enum(['YES', 'NO']).optional(),
  timeliness: z.enum(['IN_TIME', 'LATE', 'AFTER_CLOSE']).optional(),
  conclusion: z.enum(INSPECTION_CONCLUSIONS).optional(),
  published: z.enum(['YES', 'NO']).optional().describe('Of the conclusions that are to be published'),
  search: text(1, 60).optional().describe('A part of the name, of the credit code or of the case number'),
});
export type BoardQuery = z.output<typeof BoardQuery>;

export const BoardRow = z.object({
  organisation: z.object({ id: z.string(), name: z.string(), uscc: z.string().nullable() }),
  standing: z.string(),
  ground: z.string().describe('Why it owes a return, or none'),
  caseNo: z.string().nullable(),
  state: z.object(label).nullable(),
  due: z.iso.date().nullable(),
  closes: z.iso.date().nullable(),
  extendedTo: z.iso.date().nullable(),
  firstFiledOn: z.iso.date().nullable(),
  timeliness: z.string().nullable(),
  conclusion: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
});
export type BoardRow = z.output<typeof BoardRow>;
export const Board = pageOf(BoardRow);

const Count = z.object({ name: z.string().describe('As the board is narrowed by it'), count: z.int() });

export const SeasonProgress = z.object({
  states: z.array(z.object({ ...label, count: z.int() })).describe('In the order in which a return goes through them'),
  standings: z.array(Count),
  filed: z.array(Count),
  timeliness: z.array(Count),
  conclusions: z.array(Count),
  published: z.array(Count),
  filedOn: z.array(z.object({ day: z.iso.date(), count: z.int() })).describe('First filings by their day'),
});
export type SeasonProgress = z.output<typeof SeasonProgress>;

export const PlanQuery = z.strictObject({ inspectedYear: Year });
export type PlanQuery = z.output<typeof PlanQuery>;

export const FigureQuery = z.strictObject({
  asOf: z.iso.date().optional().describe('A day as of whose end figures were frozen; absent: as it is now'),
});
export type FigureQuery = z.output<typeof FigureQuery>;

export const Figure = z.object({
  metric: z.string(),
  zh: z.string(),
  en: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  value: z.string().nullable().describe('Per cent with two decimals; null where the denominator is 0'),
  reason: z.string().nullable().describe('Why a frozen figure was corrected'),
});
export type Figure = z.output<typeof Figure>;

export const SeasonFigureView = z.object({
  caseNo: z.string(),
  inspectedYear: z.int(),
  registry: z.string(),
  asOf: z.iso.date().nullable().describe('null = now'),
  frozenOn: z.array(z.iso.date()).describe('The days for which figures are frozen'),
  own: z.array(Figure),
  rolledUp: z.object({
    seasons: z.array(z.object({ caseNo: z.string(), registry: z.string(), divisionCode: z.string() })),
    items: z.array(Figure),
  }),
});
export type SeasonFigureView = z.output<typeof SeasonFigureView>;

export const DivisionQuery = z.strictObject({
  inspectedYear: Year,
  divisionCode: z.string().regex(/^\d{6}(\d{3}){0,2}$/),
});
export type DivisionQuery = z.output<typeof DivisionQuery>;

export const DivisionFigures = z.object({
  inspectedYear: z.int(),
  divisionCode: z.string(),
  items: z.array(Figure),
  seasons: z.array(
    z.object({ caseNo: z.string(), registry: z.string(), divisionCode: z.string(), items: z.array(Figure) }),
  ),
});
export type DivisionFigures = z.output<typeof DivisionFigures>;

export const Correction = z.strictObject({
  asOf: z.iso.date(),
  metric: z.string().max(60),
  numerator: z.int().min(0).max(10_000_000),
  denominator: z.int().min(0).max(10_000_000),
  reason: text(10, 500),
});
export type Correction = z.output<typeof Correction>;

export const ReturnParams = z.strictObject({ id: Id, inspectedYear: Year });
export type ReturnParams = z.output<typeof ReturnParams>;

export const OwedReturn = z.object({
  caseNo: z.string(),
  season: z.string(),
  state: z.object(label),
  due: z.iso.date(),
  closes: z.iso.date(),
  links: z.object({ case: z.string(), actions: z.string(), timeline: z.string() }),
});
export type OwedReturn = z.output<typeof OwedReturn>;

export const PublicSeasonQuery = z.strictObject({ asOf: z.iso.date().optional() });
export type PublicSeasonQuery = z.output<typeof PublicSeasonQuery>;

export const PublicFigures = z.object({
  caseNo: z.string(),
  registry: z.string(),
  inspectedYear: z.int(),
  asOf: z.iso.date().nullable(),
  frozenOn: z.array(z.iso.date()),
  items: z.array(Figure),
});
export type PublicFigures = z.output<typeof PublicFigures>;

export const ScheduleView = z.object({
  registryUnitId: z.string(),
  scheduled: z.boolean(),
  opens: z.string().nullable().describe('Month and day on which the season is opened each year'),
  nextAt: z.iso.datetime().nullable(),
});
export type ScheduleView = z.output<typeof ScheduleView>;

export const ScheduleBody = z.strictObject({ scheduled: z.boolean() });
export type ScheduleBody = z.output<typeof ScheduleBody>;
