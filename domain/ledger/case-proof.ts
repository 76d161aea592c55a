import { z } from 'zod';

import type { Sha256 } from './ledger-entry.js';
import { ledgerFacts } from './ledger-facts.js';
import { openTasks } from './open-tasks.js';
import { verifyChain } from './verify-chain.js';

/** All that is needed to re-prove one case away from the database: its row, its chain, the hashes of the opinions that are kept, its papers. */
export const CaseProof = z.object({
  case: z.object({
    id: z.string(),
    caseNo: z.string(),
    matter: z.string(),
    state: z.string(),
    seq: z.int(),
    ledgerHash: z.string(),
    closed: z.boolean(),
  }),
  entries: z.array(
    z.object({
      seq: z.int(),
      payload: z.string(),
      prevHash: z.string(),
      hash: z.string(),
      /** SHA-256 of the opinion that is kept under the entry's request; null without one. */
      opinionSha256: z.string().nullable(),
    }),
  ),
  /** Tasks of the table that are not closed; `due` in epoch ms. */
  openTasks: z.array(
    z.object({ taskId: z.string(), assignee: z.string(), status: z.string(), due: z.number().nullable() }),
  ),
  documents: z.array(z.object({ kind: z.string(), docNo: z.string().nullable(), sha256: z.string() })),
});

export type CaseProof = z.infer<typeof CaseProof>;

/** A sentence in each language about what does not hold. */
export interface ProofFault {
  readonly zh: string;
  readonly en: string;
}

/** What of a case does not hold (specification C9): its chain, its row and open tasks against its last entry, the opinions against their hashes. */
export function faultsOf(proof: CaseProof, sha256: Sha256): ProofFault[] {
  const { seq, ledgerHash } = proof.case;
  const chain = verifyChain(proof.entries, sha256, { seq, hash: ledgerHash });
  if (!chain.ok) {
    return [
      {
        zh: `台账第 ${chain.seq} 条不成立(${chain.fault})`,
        en: `ledger entry ${chain.seq} does not hold (${chain.fault})`,
      },
    ];
  }
  return [...rowFaults(proof), ...opinionFaults(proof)];
}

function rowFaults({ case: row, entries, openTasks: shown }: CaseProof): ProofFault[] {
  const facts = entries.flatMap(({ payload }) => ledgerFacts(payload) ?? []);
  const last = facts.at(-1);
  if (last === undefined) return [];
  const faults: ProofFault[] = [];
  if (last.state !== row.state || last.closed !== row.closed) {
    faults.push({
      zh: `状态为 ${row.state},台账为 ${last.state}`,
      en: `the state is ${row.state}, the ledger says ${last.state}`,
    });
  }
  if (lines(shown) !== lines(openTasks(facts))) {
    faults.push({ zh: '待办与台账不一致', en: 'the open tasks are not those of the ledger' });
  }
  return faults;
}

function lines(tasks: CaseProof['openTasks']): string {
  return tasks
    .map(({ taskId, assignee, status, due }) => `${taskId} ${assignee} ${status} ${due ?? '-'}`)
    .sort()
    .join('\n');
}

function opinionFaults({ entries }: CaseProof): ProofFault[] {
  return entries
    .filter(({ payload, opinionSha256 }) => ledgerFacts(payload)?.actOpinionSha256 !== opinionSha256)
    .map(({ seq }) => ({ zh: `第 ${seq} 条的意见被改动`, en: `the opinion of entry ${seq} was changed` }));
}
