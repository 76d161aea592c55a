import { z } from 'zod';

import type { ActKind } from '#domain/process/acts.js';
import { Id } from '../http/clean.js';
import { CLIENT_ACTS } from '../matters/matter.js';

/** Path parameter of a case. A number that cannot be one is not found, as any other that is not there. */
export const CaseParams = z.strictObject({ caseNo: z.string().max(64) });
export type CaseParams = z.output<typeof CaseParams>;

export const PaperParams = z.strictObject({ caseNo: z.string().max(64), id: Id });
export type PaperParams = z.output<typeof PaperParams>;

const envelope = {
  taskId: Id.nullish().describe('The task that it is about; absent for an act on the case as a whole'),
  seenSeq: z.int().min(0).nullish().describe('The `seq` that was seen; a stale one is refused (VERSION_CONFLICT)'),
  opinion: z.string().max(8000).optional().describe('办理意见; at least ten characters when the act is negative'),
  attachments: z.array(Id).max(20).default([]).describe('Uploads that go with the opinion'),
};

/** The body of one kind of act. Facts of an act that has none may be left out; an act that hands in a form brings it instead of a version. */
function bodyOf({ kind, facts, bringsForm, zh, en }: ActKind) {
  if (bringsForm !== undefined) {
    return z
      .strictObject({ kind: z.literal(kind), form: z.record(z.string().max(100), z.unknown()), ...envelope })
      .describe(`${zh} ${en}`);
  }
  const optional = facts instanceof z.ZodObject && facts.safeParse({}).success;
  return z
    .strictObject({ kind: z.literal(kind), facts: optional ? facts.prefault({}) : facts, ...envelope })
    .describe(`${zh} ${en}`);
}

const [first, ...others] = CLIENT_ACTS.map(bodyOf);
if (first === undefined) throw new Error('no act is declared');

/** An act as a client sends it, after its facts were checked by their own schema. */
export interface ActBody {
  readonly kind: string;
  readonly facts?: unknown;
  readonly form?: Readonly<Record<string, unknown>> | undefined;
  readonly taskId?: string | null | undefined;
  readonly seenSeq?: number | null | undefined;
  readonly opinion?: string | undefined;
  readonly attachments: readonly string[];
}

/** Every act of every matter, told apart by `kind`. */
export const ActBody: z.ZodType<ActBody> = z.discriminatedUnion('kind', [first, ...others]);

export const ActAnswer = z.object({
  caseNo: z.string(),
  seq: z.int().describe('Of the record that the act left'),
  state: z.string().describe('The state of the case after it'),
  links: z.object({ case: z.string(), actions: z.string(), timeline: z.string() }),
});
export type ActAnswer = z.output<typeof ActAnswer>;
