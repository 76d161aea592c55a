import { z } from 'zod';

import { DrawTerms } from '#domain/annual-inspection/published-draw.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId, UserId } from '#domain/ids.js';

/** What a draw starts with and keeps (`Case.config`). */
export const DrawConfig = z.strictObject({
  terms: DrawTerms,
  /** Leaves out who was checked in so many months before; 0 leaves out nobody. */
  checkedMonths: z.int().min(0),
  /** Years for which a post bars an inspector after its end (specification C5). */
  recusalYears: z.int().min(0),
  /** Working days from a check to the publication of its result. */
  publishWD: z.int().min(1),
});
export type DrawConfig = z.output<typeof DrawConfig>;

/** Asks to commit to a draw; `at` is epoch ms of the workflow's clock. */
export interface CommitRequest {
  readonly caseId: CaseId;
  readonly at: number;
}

export interface DrawRequest extends CommitRequest {
  /** The public number that the terms name; null for none. */
  readonly beaconValue: string | null;
}

/** Asks for the cases of some checks, from the place `from` (counted from 1) on. */
export interface PageRequest {
  readonly drawCaseId: CaseId;
  readonly from: number;
  readonly limit: number;
  readonly at: number;
}

/** The case of a check that is to be started: by which workflow, under which id, with what. */
export interface CheckToStart {
  readonly caseId: CaseId;
  readonly workflow: string;
  readonly workflowId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a filed sheet says, as far as the case depends on it. */
export interface SheetFacts {
  readonly newest: boolean;
  readonly checkedOn: IsoDate;
  readonly result: string;
}

/** Asks to draw another inspector for one who steps aside; once per `(checkCaseId, seq)`. */
export interface SubstituteRequest {
  readonly drawCaseId: CaseId;
  readonly checkCaseId: CaseId;
  readonly seq: number;
  readonly inspector: UserId;
  readonly at: number;
}
