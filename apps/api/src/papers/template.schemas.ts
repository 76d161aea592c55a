import { z } from 'zod';

import { PaperKind } from '#domain/paper/paper-kind.js';
import { Id } from '../http/clean.js';

export const KindParams = z.strictObject({ kind: z.enum(PaperKind) });
export type KindParams = z.output<typeof KindParams>;

/** `?unitId=`: whose template it becomes. */
export const TemplateUnit = z.strictObject({ unitId: Id });
export type TemplateUnit = z.output<typeof TemplateUnit>;

/** `?unitId=`: as it is in force there; without one, the shipped template. */
export const TemplateOf = z.strictObject({ unitId: Id.optional() });
export type TemplateOf = z.output<typeof TemplateOf>;

export const TemplateView = z.object({
  kind: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  version: z.int(),
  sha256: z.string(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
});
export type TemplateView = z.output<typeof TemplateView>;

export const TemplateList = z.object({
  kinds: z.array(
    z.object({ kind: z.enum(PaperKind), zh: z.string(), en: z.string(), disclosure: z.string(), fields: z.string() }),
  ),
  items: z.array(TemplateView).describe("The offices' own; where there is none, the shipped template is used"),
});
export type TemplateList = z.output<typeof TemplateList>;

export const FieldList = z.object({
  kind: z.string(),
  fields: z.array(z.record(z.string(), z.unknown())).describe('name, label, form, note, optional, essential, rows'),
});
