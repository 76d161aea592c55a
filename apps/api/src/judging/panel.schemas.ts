import { z } from 'zod';

import { Id } from '../http/clean.js';
import { Named } from './assignment.schemas.js';

export const MemberParams = z.strictObject({ id: Id, judgeId: Id });
export type MemberParams = z.output<typeof MemberParams>;

export const DrawParams = z.strictObject({ id: Id, drawId: Id });
export type DrawParams = z.output<typeof DrawParams>;

export const NewMembers = z.strictObject({ judgeIds: z.array(Id).min(1).max(500) });
export type NewMembers = z.output<typeof NewMembers>;

export const NewDraw = z.strictObject({
  size: z.int().min(1).max(500),
  candidateIds: z.array(Id).min(1).max(2000).describe('Judges of the pool who may be drawn'),
});
export type NewDraw = z.output<typeof NewDraw>;

export const Witnessing = z.strictObject({
  word: z
    .string()
    .regex(/^[A-Za-z0-9-]{4,64}$/)
    .describe('现场口令: letters and digits that the witness says after the commitment was published'),
});
export type Witnessing = z.output<typeof Witnessing>;

export const Declaration = z.strictObject({
  organisationIds: z.array(Id).min(1).max(500).describe('Applicants to whom the judge is tied'),
});
export type Declaration = z.output<typeof Declaration>;

export const PanelView = z.object({
  items: z.array(
    z.object({
      judgeId: z.string(),
      userId: z.string(),
      name: z.string(),
      alias: z.string().describe('Under which the sheets are published'),
      maxLoad: z.int(),
      drawId: z.string().nullable(),
      left: z.boolean(),
      assigned: z.int(),
      locked: z.int(),
    }),
  ),
});

export const DrawView = z.object({
  id: z.string(),
  size: z.int(),
  commitment: z.string().describe('SHA-256 of the secret, published before the draw'),
  candidates: z.array(z.string()),
  secret: z.string().nullable().describe('null until the witness has said the word'),
  word: z.string().nullable(),
  witnessedBy: z.string().nullable(),
  drawnAt: z.number().nullable().describe('Epoch ms'),
  drawn: z.array(z.string()),
});

export const PublicDrawsView = z.object({ items: z.array(DrawView.omit({ witnessedBy: true })) });

export const DrawsView = z.object({ items: z.array(DrawView) });

export const ConflictsView = z.object({
  items: z.array(z.object({ judgeId: z.string(), projectId: z.string(), grounds: z.array(z.string()) })),
  ...Named,
});

export const ApplicantsView = z.object({
  items: z.array(z.object({ organisationId: z.string(), name: z.string() })),
});

export const Declared = z.object({ declared: z.int().describe('Projects of the round that the declaration reaches') });
