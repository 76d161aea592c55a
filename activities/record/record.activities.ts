import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';

import { DomainError } from '#domain/errors.js';
import { asId, type CaseId, type RequestId } from '#domain/ids.js';
import type { CaseRecord, Recorded } from '#domain/process/record.js';

/** Where records go: one transaction, once per `(caseId, seq)`. */
export interface Records {
  record(record: CaseRecord): Promise<Recorded>;
}

/**
 * Sends an act again whose record is in the tables while its workflow does not know it: the worker died after the
 * transaction and before the workflow's own history had it. Best effort; it is asked for until it has arrived.
 */
export type SendAgain = (caseId: CaseId, requestId: RequestId) => Promise<void>;

/**
 * The activity by which a workflow writes a case forward; `(caseId, seq)` is its idempotency key. Meant to be local: it takes milliseconds.
 * A refusal (LEDGER_BROKEN, EFFECT_UNKNOWN) fails at once, with its code as the failure's type; a database that is away is tried again.
 */
export const recordActivities = ({
  records,
  sendAgain,
}: {
  readonly records: Records;
  readonly sendAgain?: SendAgain;
}) => ({
  record: async (record: CaseRecord): Promise<Recorded> => {
    try {
      return await records.record(record);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const unknown = ActRecorded.safeParse(error.refusal.details);
      if (unknown.success) await sendAgain?.(record.caseId, asId<RequestId>(unknown.data.recorded.requestId));
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.refusal);
    }
  },
});

/** The details of LEDGER_BROKEN when an act stands where another was to be recorded. */
const ActRecorded = z.object({ recorded: z.object({ kind: z.literal('ACT'), requestId: z.string() }) });

export type RecordActivities = ReturnType<typeof recordActivities>;
