import { Client, Connection } from '@temporalio/client';

import type { CaseProof, ProofFault } from '#domain/ledger/case-proof.js';
import { caseView, workflowIdOf } from '#workflows/steps/contract.js';
import type { CaseView } from '#workflows/steps/contract.js';

/** The workflows of open cases, to compare the tables with. */
export interface Workflows {
  /** What differs; null when the workflow could not be asked (no worker, or not started yet). */
  compare(proof: CaseProof): Promise<ProofFault[] | null>;
  close(): Promise<void>;
}

const CONNECT_MS = 3_000;
const ANSWER_MS = 5_000;

/** Connects to Temporal; null when it does not answer. */
export async function openWorkflows(
  address: string,
  reread: (caseId: string) => Promise<CaseProof['case'] | null>,
): Promise<Workflows | null> {
  const connection = await Connection.connect({ address, connectTimeout: CONNECT_MS }).catch(() => null);
  if (connection === null) return null;
  const client = new Client({ connection });
  const view = (row: CaseProof['case']): Promise<CaseView | null> => {
    const handle = client.workflow.getHandle(workflowIdOf(row.matter, row.caseNo));
    return connection.withDeadline(Date.now() + ANSWER_MS, () => handle.query(caseView)).catch(() => null);
  };
  return {
    close: () => connection.close(),
    compare: async (proof) => {
      const seen = await view(proof.case);
      if (seen === null) return null;
      if (seen.seq === proof.case.seq) return differences(proof.case, seen, proof.openTasks);
      // The case moved between the two readings: its row now must be what the workflow says now.
      const row = await reread(proof.case.id);
      const now = await view(proof.case);
      return row === null || now === null ? null : differences(row, now);
    },
  };
}

function differences(row: CaseProof['case'], view: CaseView, tasks?: CaseProof['openTasks']): ProofFault[] {
  const ids = (all: readonly string[]) => [...all].sort().join(' ');
  const same = row.seq === view.seq && row.state === view.state && row.ledgerHash === view.hash;
  const sameTasks = tasks === undefined || ids(tasks.map(({ taskId }) => taskId)) === ids(view.openTasks);
  if (same && sameTasks) return [];
  const theirs = `${view.state} #${view.seq}`;
  return [{ zh: `与流程不一致(流程为 ${theirs})`, en: `differs from its workflow, which is at ${theirs}` }];
}
