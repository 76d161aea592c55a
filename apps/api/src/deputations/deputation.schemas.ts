import { z } from 'zod';

import { Id } from '../http/clean.js';

const Moment = z.iso.datetime({ offset: true });

/** A deputy from `from` to `to`, for some matters or (empty list) for all. */
export const CreateDeputation = z.strictObject({
  deputyId: Id,
  from: Moment,
  to: Moment,
  matters: z
    .array(z.string().regex(/^[a-z0-9-]{2,60}$/))
    .max(20)
    .default([]),
});
export type CreateDeputation = z.infer<typeof CreateDeputation>;

export const DeputationView = z.object({
  id: z.string(),
  principalId: z.string(),
  principalName: z.string(),
  deputyId: z.string(),
  deputyName: z.string(),
  matters: z.array(z.string()),
  from: Moment,
  to: Moment,
  revokedAt: Moment.nullable(),
});

export const ColleagueList = z.object({ items: z.array(z.object({ userId: z.string(), name: z.string() })) });

export const DeputationList = z.object({ items: z.array(DeputationView) });
