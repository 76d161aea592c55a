import { assigneeKey } from '#domain/process/assignee.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { CaseRecord, Cause, Limit } from '#domain/process/record.js';
import { canonicalJson } from './canonical-json.js';

/** SHA-256 of the UTF-8 bytes of a text, in small hexadecimal letters. Handed in, because the domain has no node imports. */
export type Sha256 = (text: string) => string;

/** A task as the ledger knows it: whom it waits for and until when (epoch ms; null = no limit, or no calendar for that year). */
export interface LedgerTask {
  readonly taskId: string;
  readonly stage: string;
  readonly kind: string;
  readonly assignee: string;
  readonly limit: Limit | null;
  readonly due: number | null;
}

/** What changed of an open task; absent = as it was. */
export interface LedgerTaskChange {
  readonly taskId: string;
  readonly assignee?: string;
  readonly claimedBy?: string | null;
  readonly suspend?: { readonly ground: string };
  readonly resume?: true;
  readonly escalated?: true;
  readonly limit?: Limit;
  readonly due?: number | null;
}

/**
 * What one ledger entry says (specification C9), ids only: no name, no opinion text, no identity number.
 * `actOpinionSha256` sorts before every other key, so the database can fill it in while the rest of the text is already fixed.
 */
export interface LedgerContent {
  readonly actOpinionSha256: string | null;
  readonly at: number;
  readonly caseId: string;
  readonly cause: Cause;
  readonly changed: readonly LedgerTaskChange[];
  readonly closed: boolean;
  readonly closedTasks: readonly { readonly taskId: string; readonly outcome: string }[];
  readonly copies: readonly string[];
  readonly effects: CaseRecord['effects'];
  readonly notices: readonly { readonly to: string; readonly kind: string }[];
  readonly opened: readonly LedgerTask[];
  readonly recusals: CaseRecord['recusals'];
  readonly seq: number;
  readonly stage: string;
  readonly state: string;
}

/** Due dates that a record sets, by task id. */
export type DueDates = Readonly<Record<string, number | null>>;

const PREFIX = '{"actOpinionSha256":null';

/** What the ledger keeps of a record. The hash of the opinion is not in the record; it stays null until the text is looked up. */
export function ledgerContent(record: CaseRecord, due: DueDates): LedgerContent {
  const { at, caseId, cause, closed, closedTasks, effects, recusals, seq, stage, state } = record;
  const key = (assignee: Assignee) => assigneeKey(assignee);
  return {
    actOpinionSha256: null,
    at,
    caseId,
    cause,
    changed: record.changed.map(({ assignee, ...change }) => ({
      ...change,
      ...(assignee === undefined ? {} : { assignee: key(assignee) }),
      ...(change.taskId in due ? { due: due[change.taskId] ?? null } : {}),
    })),
    closed,
    closedTasks,
    copies: record.copies.map(key),
    effects,
    notices: record.notices.map(({ to, kind }) => ({ to: key(to), kind })),
    opened: record.opened.map(({ assignee, taskId, stage: of, kind, limit }) => ({
      assignee: key(assignee),
      due: due[taskId] ?? null,
      kind,
      limit,
      stage: of,
      taskId,
    })),
    recusals,
    seq,
    stage,
    state,
  };
}

/** The canonical text without its opening `{"actOpinionSha256":VALUE`, for whoever puts the value in. */
export function payloadAfterOpinion(content: LedgerContent): string {
  return canonicalJson({ ...content, actOpinionSha256: null }).slice(PREFIX.length);
}

/** SHA-256 of the previous entry's hash, a line feed and this entry's canonical text; the first entry's `prevHash` is ''. */
export function ledgerHash(prevHash: string, payload: string, sha256: Sha256): string {
  return sha256(`${prevHash}\n${payload}`);
}

/** The due dates that an entry set, by task id: what the workflow was answered when it was recorded. */
export function duesOf(content: Pick<LedgerContent, 'opened' | 'changed'>): DueDates {
  const changed = content.changed.flatMap(({ taskId, due }) => (due === undefined ? [] : [[taskId, due] as const]));
  return Object.fromEntries([...content.opened.map(({ taskId, due }) => [taskId, due] as const), ...changed]);
}
