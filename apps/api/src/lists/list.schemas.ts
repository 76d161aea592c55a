import { z } from 'zod';

import { Id, text } from '../http/clean.js';
import { PageQuery, pageOf } from '../http/paging.js';

const Slug = z.string().regex(/^[\w-]{1,60}$/);
const Slugs = z
  .string()
  .regex(/^[\w-]{1,60}(,[\w-]{1,60}){0,19}$/)
  .transform((text) => text.split(','));

/** What every list can be narrowed by. */
const OF_CASE = {
  q: text(1, 60).optional().describe("A part of the title, the case number or the organisation's name"),
  matter: Slug.optional(),
  state: Slugs.optional().describe('One state or several, with commas between them'),
  organisationId: Id.optional(),
  from: z.iso.date().optional().describe('Submitted on this day or later'),
  to: z.iso.date().optional().describe('Submitted on this day or before'),
  grant: Id.optional().describe('Only what reaches you by this role of yours, and what is yours by name'),
};
const KIND = { kind: Slug.optional().describe('Of the task, or of the act that was decided by') };
const DUE = { due: z.enum(['late', 'soon', 'later']).optional().describe('Past, within two days, or after that') };

/** What one of the lists is narrowed by; the words of an address. */
export const TaskFilter = z.strictObject({ ...OF_CASE, ...KIND, ...DUE });
export const DecisionFilter = z.strictObject({ ...OF_CASE, ...KIND });
export const CaseFilter = z.strictObject(OF_CASE);
export type ListFilter = z.output<typeof TaskFilter>;

/** 待办 or 超期. */
export const TaskQuery = z.strictObject({
  ...PageQuery.shape,
  ...TaskFilter.shape,
  box: z.enum(['todo', 'overdue']).default('todo'),
});
export type TaskQuery = z.output<typeof TaskQuery>;

/** 已办. */
export const DecisionQuery = z.strictObject({ ...PageQuery.shape, ...DecisionFilter.shape });
export type DecisionQuery = z.output<typeof DecisionQuery>;

/** 我发起的, 抄送, 关注, or every case that one may see. */
export const CaseQuery = z.strictObject({
  ...PageQuery.shape,
  ...CaseFilter.shape,
  box: z.enum(['started', 'copied', 'followed', 'all']).default('all'),
});
export type CaseQuery = z.output<typeof CaseQuery>;

/** Of which role the counts are; without one, of all. */
export const CountQuery = z.strictObject({ grant: Id.optional() });
export type CountQuery = z.output<typeof CountQuery>;

const Labelled = z.object({ slug: z.string(), zh: z.string(), en: z.string() });

/** A row of any list; what a list does not have is null. */
export const ListRow = z.object({
  caseNo: z.string(),
  title: z.string(),
  matter: Labelled,
  state: Labelled,
  organisationName: z.string().nullable(),
  taskId: z.string().nullable(),
  stage: z.string().nullable(),
  kind: Labelled.nullable().describe('Of the task, or of the act that was decided by'),
  verdict: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  escalatedAt: z.iso.datetime().nullable(),
  claimedBy: z.string().nullable(),
  at: z.iso
    .datetime()
    .describe('When the task was opened, the decision taken, the case submitted, the copy sent or the case followed'),
});
export type ListRow = z.output<typeof ListRow>;

export const ListPage = pageOf(ListRow);

export const Counts = z.object({
  todo: z.int(),
  overdue: z.int(),
  soon: z.int().describe('Of those that wait, due within two days'),
  done: z.int(),
  started: z.int(),
  copiedUnread: z.int(),
  followed: z.int().describe('That you may still read'),
});
export type Counts = z.output<typeof Counts>;

/** What the lists can be narrowed to: every matter with its states and the kinds of its tasks. */
export const MatterList = z.object({
  items: z.array(z.object({ ...Labelled.shape, states: z.array(Labelled), kinds: z.array(Labelled) })),
});
export type MatterList = z.output<typeof MatterList>;
