import { z } from 'zod';

const Due = z.number().nullable();

/** What of an entry's text can be compared with the tables; the rest of the text is proved by its hash. */
const Facts = z.object({
  actOpinionSha256: z.string().nullable(),
  changed: z.array(
    z.object({
      taskId: z.string(),
      assignee: z.string().optional(),
      suspend: z.unknown().optional(),
      resume: z.boolean().optional(),
      due: Due.optional(),
    }),
  ),
  closed: z.boolean(),
  closedTasks: z.array(z.object({ taskId: z.string() })),
  opened: z.array(z.object({ taskId: z.string(), assignee: z.string(), due: Due })),
  seq: z.int(),
  state: z.string(),
});

export type LedgerFacts = z.infer<typeof Facts>;

const Numbered = z.object({ seq: z.int() });

/** The number that an entry's text gives itself; null when it gives none. Every chain has it, of a case or of the administration. */
export function seqIn(payload: string): number | null {
  try {
    return Numbered.safeParse(JSON.parse(payload)).data?.seq ?? null;
  } catch {
    return null;
  }
}

/** Reads the text of an entry; null when it is not one that the ledger wrote. */
export function ledgerFacts(payload: string): LedgerFacts | null {
  try {
    return Facts.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
