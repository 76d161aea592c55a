import { z } from 'zod';

const Labels = { zh: z.string(), en: z.string() };
const Labelled = z.object({ slug: z.string(), ...Labels });
const Time = z.iso.datetime();

export const TaskView = z.object({
  taskId: z.string(),
  kind: z.string(),
  ...Labels,
  stage: z.string(),
  status: z.enum(['OPEN', 'SUSPENDED', 'CLOSED']),
  assigneeKey: z.string().describe('user:ID or pool:UNIT:ROLE'),
  assignee: z
    .object({
      userId: z.string().nullable(),
      unitId: z.string().nullable(),
      role: z.string().nullable(),
      name: z.string(),
    })
    .describe('A user, or everybody who holds a role at a unit'),
  openedAt: Time,
  dueAt: Time.nullable(),
  limit: z
    .object({ unit: z.enum(['WD', 'CD']), length: z.int() })
    .nullable()
    .describe('Working or calendar days, from the day after it was opened'),
  pausedAt: Time.nullable(),
  pauseGround: z.string().nullable(),
  escalatedAt: Time.nullable(),
  closedAt: Time.nullable(),
  outcome: z.string().nullable(),
});
export type TaskView = z.output<typeof TaskView>;

export const CaseView = z.object({
  caseNo: z.string(),
  title: z.string(),
  matter: Labelled.extend({ code: z.string() }),
  state: Labelled,
  seq: z.int().describe('Version of the case: send it back as `seenSeq`'),
  ledgerHash: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
  applicant: z.object({ userId: z.string(), name: z.string() }),
  parties: z.array(z.object({ unitId: z.string(), name: z.string(), part: z.string() })),
  submittedAt: Time,
  updatedAt: Time,
  closedAt: Time.nullable(),
  followed: z.boolean().describe('Whether you follow it'),
  renews: z.string().nullable(),
  renewedBy: z.array(z.string()),
  form: z.object({ version: z.int(), at: Time, data: z.unknown() }).nullable(),
  people: z
    .array(
      z.object({
        personId: z.string(),
        name: z.string(),
        idNo: z.string().nullable(),
        phone: z.string().nullable(),
        post: z.string().nullable(),
      }),
    )
    .describe('Everybody whom the form names, numbers masked'),
  users: z.array(z.object({ userId: z.string(), name: z.string() })),
  files: z.array(
    z.object({ uploadId: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() }),
  ),
  tasks: z.array(TaskView).describe('Open and suspended tasks, with their time limits'),
  process: z
    .object({
      states: z.array(Labelled),
      transitions: z.array(z.object({ from: z.string(), event: z.string(), to: z.string() })),
    })
    .describe('The declared states and transitions of the matter, from which a picture is drawn'),
});
export type CaseView = z.output<typeof CaseView>;

/** Whether a case is followed now. */
export const Followed = z.object({ caseNo: z.string(), followed: z.boolean() });

export const ActionView = z.object({
  kind: z.string(),
  ...Labels,
  taskId: z.string().nullable(),
  task: z.object({ kind: z.string(), ...Labels }).nullable(),
  reasons: z.enum(['NEVER', 'WHEN_NEGATIVE', 'ALWAYS']).describe('Whether the opinion must give reasons'),
  facts: z.record(z.string(), z.unknown()).describe('JSON Schema of `facts`; of `form` for resubmit'),
  returnTo: z.array(z.string()).nullable().describe('Stages to which `return` may go'),
});
export type ActionView = z.output<typeof ActionView>;

export const ActionList = z.object({ caseNo: z.string(), state: Labelled, seq: z.int(), items: z.array(ActionView) });
export type ActionList = z.output<typeof ActionList>;

export const TimelineView = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      at: Time,
      kind: z.string(),
      ...Labels,
      stage: z.string(),
      state: Labelled,
      actor: z
        .object({
          userId: z.string().nullable().describe('null where the reader is not told who it was'),
          name: z.string().nullable(),
          role: z.string().nullable(),
          unit: z.string().nullable(),
        })
        .nullable(),
      onBehalfOf: z.object({ userId: z.string(), name: z.string().nullable() }).nullable(),
      taskId: z.string().nullable(),
      verdict: z.string().nullable(),
      opinion: z.string().nullable().describe('null also where the words are not for the reader'),
      fileIds: z.array(z.string()),
      hash: z.string(),
    }),
  ),
});
export type TimelineView = z.output<typeof TimelineView>;

export const PaperView = z.object({
  id: z.string(),
  kind: z.string(),
  ...Labels,
  docNo: z.string().nullable(),
  code: z.string(),
  sha256: z.string(),
  size: z.int(),
  disclosure: z.string(),
  status: z.string(),
  issuedAt: Time,
  file: z.string().describe('Address of the Word file'),
});
export const PaperList = z.object({ items: z.array(PaperView) });
export type PaperList = z.output<typeof PaperList>;
