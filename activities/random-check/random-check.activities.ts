import { randomBytes } from 'node:crypto';

import { ApplicationFailure } from '@temporalio/common';

import { DomainError } from '#domain/errors.js';
import type { CaseId, UserId } from '#domain/ids.js';
import type {
  CheckToStart,
  CommitRequest,
  DrawRequest,
  PageRequest,
  SheetFacts,
  SubstituteRequest,
} from '#domain/random-check/case-facts.js';

const SEED_BYTES = 32;

/** Where draws are kept. Each write happens once: a repetition gets the answer of the first time. */
export interface Draws {
  commit(request: CommitRequest, seed: string): Promise<{ readonly size: number }>;
  draw(request: DrawRequest): Promise<{ readonly size: number }>;
  openChecks(request: PageRequest): Promise<readonly CheckToStart[]>;
  checksStarted(caseIds: readonly CaseId[], at: number): Promise<void>;
  checksLeft(drawCaseId: CaseId): Promise<number>;
  sheet(checkCaseId: CaseId, version: number): Promise<SheetFacts | null>;
  substitute(request: SubstituteRequest): Promise<{ readonly inspectors: readonly UserId[] }>;
}

/** What the workflows of random checks ask for. A refusal fails at once, with its code as the failure's type. */
export const randomCheckActivities = (draws: Draws) => ({
  /** Freezes the lists and commits to them and to a fresh secret seed, which never leaves the store before the draw. */
  commitToDraw: (request: CommitRequest) =>
    refusingAtOnce(() => draws.commit(request, randomBytes(SEED_BYTES).toString('hex'))),

  drawOnce: (request: DrawRequest) => refusingAtOnce(() => draws.draw(request)),

  openDrawnChecks: (request: PageRequest): Promise<readonly CheckToStart[]> => draws.openChecks(request),

  drawnChecksStarted: (caseIds: readonly CaseId[], at: number): Promise<void> => draws.checksStarted(caseIds, at),

  /** How many checks of a draw are neither published nor abandoned. */
  drawnChecksLeft: (drawCaseId: CaseId): Promise<number> => draws.checksLeft(drawCaseId),

  loadCheckSheet: (checkCaseId: CaseId, version: number): Promise<SheetFacts | null> =>
    draws.sheet(checkCaseId, version),

  substituteInspector: (request: SubstituteRequest) => refusingAtOnce(() => draws.substitute(request)),
});

export type RandomCheckActivities = ReturnType<typeof randomCheckActivities>;

async function refusingAtOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw ApplicationFailure.nonRetryable(error.message, error.code, error.refusal);
  }
}
