import type { WorkflowHandle } from '@temporalio/client';

import { verifyChain } from '#domain/ledger/verify-chain.js';
import type { Database } from '#prisma/client.js';
import { caseView, type CaseView } from '#workflows/steps/contract.js';
import { sha256 } from './sha256.js';

/** Tables, ledger chain and the workflow's own view say the same. */
export async function assertConsistent(
  { rows }: Database,
  on: { readonly caseId: string; readonly handle: WorkflowHandle },
): Promise<void> {
  const bothSides = async (): Promise<[unknown, unknown]> => {
    const { state, seq, hash, openTasks }: CaseView = await on.handle.query(caseView);
    const row = await rows.case.findUniqueOrThrow({ where: { id: on.caseId } });
    const entries = await rows.ledgerEntry.findMany({
      where: { caseId: on.caseId },
      orderBy: { seq: 'asc' },
    });
    const open = (await rows.task.findMany({ where: { caseId: on.caseId, status: { not: 'CLOSED' } } }))
      .map(({ id }) => id)
      .sort();
    return [
      { state, seq, hash, open: [...openTasks].sort(), chain: { ok: true, entries: seq } },
      {
        state: row.state,
        seq: row.seq,
        hash: row.ledgerHash,
        open,
        chain: verifyChain(entries, sha256, { seq, hash }),
      },
    ];
  };
  const end = Date.now() + 3_000;
  let [told, written] = await bothSides();
  while (JSON.stringify(told) !== JSON.stringify(written) && Date.now() < end) [told, written] = await bothSides();
  expect(written).toEqual(told);
}
