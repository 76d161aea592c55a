import { ApplicationFailure } from '@temporalio/common';

import { DomainError } from '#domain/errors.js';
import type { CaseRecord, Recorded } from '#domain/process/record.js';

/** Where records go: one transaction, once per `(caseId, seq)`. */
export interface Records {
  record(record: CaseRecord): Promise<Recorded>;
}

/**
 * The activity by which a workflow writes a case forward; `(caseId, seq)` is its idempotency key. Meant to be local: it takes milliseconds.
 * A refusal (LEDGER_BROKEN, EFFECT_UNKNOWN) fails at once, with its code as the failure's type; a database that is away is tried again.
 */
export const recordActivities = ({ records }: { readonly records: Records }) => ({
  record: async (record: CaseRecord): Promise<Recorded> => {
    try {
      return await records.record(record);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.refusal);
    }
  },
});

export type RecordActivities = ReturnType<typeof recordActivities>;
