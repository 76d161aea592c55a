import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { NewCase } from '#prisma/stores/case.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { inTransaction } from '#prisma/stores/record/transaction.js';
import type { CaseInput } from '#workflows/steps/contract.js';
import type { Application } from '../matters/application.js';

/** What every workflow is given but its case's own id, number and request. */
export type StartInput = Omit<CaseInput, 'caseId' | 'caseNo' | 'requestId'>;

/** Makes cases, whole: with the rows of their matter and, where the matter's story begins by itself, with their first record. */
export function caseBirth(database: Database) {
  const { pool } = database;
  const records = recordStore(database);
  return {
    async create(
      born: NewCase,
      input: StartInput,
      { bornWith, begins }: Pick<Application, 'bornWith' | 'begins'>,
    ): Promise<CaseRow> {
      if (bornWith === undefined && begins === undefined) return caseStore({ pool }).create(born);
      return inTransaction(pool, async (tx) => {
        const row = await caseStore({ pool: tx }).create(born);
        await bornWith?.(tx, row);
        if (begins === undefined) return row;
        const { id: caseId, caseNo } = row;
        const first = await begins({ ...input, caseId, caseNo, requestId: born.startRequestId });
        const { hash } = await records.begin(tx, first);
        return { ...row, seq: first.seq, state: first.state, ledgerHash: hash };
      });
    },
  };
}
