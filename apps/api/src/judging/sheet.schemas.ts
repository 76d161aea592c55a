import { z } from 'zod';

import { Id, text } from '../http/clean.js';

export const SheetParams = z.strictObject({ id: Id, projectId: Id });
export type SheetParams = z.output<typeof SheetParams>;

export const SheetEntry = z.strictObject({
  values: z
    .record(z.string().max(40), z.number())
    .default({})
    .describe('Points of the criteria that were typed; the others stay'),
  comment: text(0, 2000).optional(),
});
export type SheetEntry = z.output<typeof SheetEntry>;

export const SheetView = z.object({
  projectId: z.string(),
  version: z.int(),
  values: z.record(z.string(), z.number()).describe('Points'),
  comment: z.string(),
  status: z.enum(['DRAFT', 'LOCKING', 'LOCKED', 'UNLOCKING']),
  lockedAt: z.number().nullable(),
});
export type SheetView = z.output<typeof SheetView>;

export const SheetsView = z.object({
  items: z.array(
    z.object({
      projectId: z.string(),
      caseNo: z.string(),
      title: z.string(),
      class: z.string(),
      state: z.string(),
      version: z.int(),
      status: z.string(),
      taskId: z.string().nullable().describe('Of the act lockSheet; null when nothing waits for the judge'),
    }),
  ),
});

const Criterion = z.object({ id: z.string(), zh: z.string(), en: z.string().optional(), max: z.number() });

export const PackView = z.object({
  projectId: z.string(),
  caseNo: z.string(),
  blind: z.boolean(),
  organisationName: z.string().nullable().describe('null when the judging is blind'),
  application: z
    .record(z.string(), z.unknown())
    .describe('Without the people, and in a blind round without who applies'),
  files: z
    .array(z.object({ uploadId: z.string(), name: z.string() }))
    .describe('The attachments by name, in the order of the application; none in a blind round'),
  criteria: z.array(Criterion),
  sheet: SheetView,
});
