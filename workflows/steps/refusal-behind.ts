import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

import { DomainError, type Refusal } from '#domain/errors.js';

/** The refusal that made an activity fail; null for any other failure. */
function refusalBehind(error: unknown): DomainError | null {
  if (!(error instanceof ActivityFailure) || !(error.cause instanceof ApplicationFailure)) return null;
  const [told] = error.cause.details ?? [];
  return isRefusal(told) ? new DomainError(told) : null;
}

/** Carries out an activity whose refusal is the refusal of the act that asked for it. */
export async function orRefuse<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw refusalBehind(error) ?? error;
  }
}

const isRefusal = (told: unknown): told is Refusal =>
  typeof told === 'object' && told !== null && 'code' in told && 'status' in told && 'messageZh' in told;
