import { ApplicationFailure } from '@temporalio/workflow';

import { DomainError } from '#domain/errors.js';

/** A refusal as the caller of an Update receives it: type = code, details[0] = what the client is told. */
export function refuse(error: unknown): Error {
  if (!(error instanceof DomainError)) return error instanceof Error ? error : new Error(String(error));
  return ApplicationFailure.nonRetryable(error.message, error.code, error.refusal);
}
