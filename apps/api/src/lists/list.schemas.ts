import { z } from 'zod';

import { PageQuery, pageOf } from '../http/paging.js';

/** 待办 or 超期. */
export const TaskQuery = z.strictObject({ ...PageQuery.shape, box: z.enum(['todo', 'overdue']).default('todo') });
export type TaskQuery = z.output<typeof TaskQuery>;

/** 我发起的, 抄送, or every case that one may see. */
export const CaseQuery = z.strictObject({
  ...PageQuery.shape,
  box: z.enum(['started', 'copied', 'all']).default('all'),
});
export type CaseQuery = z.output<typeof CaseQuery>;

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
  at: z.iso.datetime().describe('When the task was opened, the decision taken, the case submitted or the copy sent'),
});
export type ListRow = z.output<typeof ListRow>;

export const ListPage = pageOf(ListRow);

export const Counts = z.object({
  todo: z.int(),
  overdue: z.int(),
  done: z.int(),
  started: z.int(),
  copiedUnread: z.int(),
});
export type Counts = z.output<typeof Counts>;
