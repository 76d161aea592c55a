import { z } from 'zod';

import { asId } from '#domain/ids.js';
import type { PersonId, UnitId, UserId } from '#domain/ids.js';
import { ROLES } from '#domain/roles.js';

const Applicant = z.object({
  userId: z.string().transform((id) => asId<UserId>(id)),
  personId: z
    .string()
    .transform((id) => asId<PersonId>(id))
    .nullable(),
  role: z.enum(ROLES),
  unitId: z
    .string()
    .transform((id) => asId<UnitId>(id))
    .nullable(),
  onBehalfOf: z.null(),
});

/** What a case keeps of its start (`Case.facts`): with its own id, number and request, the input of its workflow. */
export const StartFacts = z.object({
  workflow: z.string(),
  /** Of the submission: the same key with another body is a mistake. */
  fingerprint: z.string(),
  /** The number of the case that this one renews: that one's workflow starts it. */
  renews: z.string().nullable(),
  /** The workflow that starts this case's. */
  handOver: z
    .object({ workflowId: z.string(), signal: z.string(), otherwise: z.record(z.string(), z.unknown()) })
    .nullish(),
  /** Of the canonical form that was submitted. */
  sha256: z.string().nullish(),
  warnings: z.array(
    z.object({
      code: z.literal('TEXT_SUSPECT'),
      field: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
      fragment: z.string(),
    }),
  ),
  input: z.looseObject({ applicant: Applicant }),
});
export type StartFacts = z.output<typeof StartFacts>;
