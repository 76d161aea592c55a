import { z } from 'zod';

/** What the table of Party organisations keeps of an approval: who leads it, and the number of the reply. Ids only. */
export const Established = z.object({
  secretary: z.string(),
  deputy: z.string().nullish(),
  committee: z.array(z.string()),
  members: z.array(z.string()),
  replyDocNo: z.string().nullish(),
  filingNo: z.string().nullish(),
  isOneShoulder: z.boolean(),
});
export type Established = z.output<typeof Established>;

type Lead = Pick<Established, 'secretary' | 'committee'> & { readonly deputy?: string | null | undefined };

/** Who leads it: designated by the approver, or before that proposed in the application. */
export function readLead(roster: unknown, proposed: Lead): Lead {
  const read = Established.safeParse(roster);
  return read.success ? read.data : proposed;
}

/** The members of the roster that is in force; undefined before the reply. */
export const rosterOf = (roster: unknown): readonly string[] | undefined => Established.safeParse(roster).data?.members;

/** The number of the reply that set it up. */
export const replyDocNoOf = (roster: unknown): string | undefined =>
  Established.safeParse(roster).data?.replyDocNo ?? undefined;
