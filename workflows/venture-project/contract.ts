import { defineSignal } from '@temporalio/workflow';

import type { CaseId } from '#domain/ids.js';
import type { VentureRoundSettings } from '#domain/venture-round/settings.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow. */
export const VENTURE_PROJECT_WORKFLOW = 'ventureProject';

/** The round of a project. */
export interface RoundRef {
  readonly caseId: CaseId;
  readonly caseNo: string;
}

export interface VentureProjectInput extends CaseInput {
  readonly settings: VentureRoundSettings;
  readonly round: RoundRef;
  /** What had happened in the round before the project reached it: a project handed over after the deadline is screened at once. */
  readonly news?: readonly RoundNews[];
}

/**
 * What all projects of a round are told. What it means for each of them is in the tables: a project looks its own result up.
 * SCREENING_BEGAN the call has closed · JUDGES_ASSIGNED look up your judges · STAGE_DRAWN the order of presentation · RANKED look up your score and rank · AWARDS_PROPOSED look up
 * your proposal · RERANKED back to the score after an upheld objection · PUBLICITY_ENDED · AWARDED agreements are signed now ·
 * CANCELLED the round · CLOSED the round.
 */
export type RoundNews =
  | 'SCREENING_BEGAN'
  | 'JUDGES_ASSIGNED'
  | 'STAGE_DRAWN'
  | 'RANKED'
  | 'AWARDS_PROPOSED'
  | 'RERANKED'
  | 'PUBLICITY_ENDED'
  | 'AWARDED'
  | 'CANCELLED'
  | 'CLOSED';

export const roundMoved = defineSignal<[RoundNews]>('roundMoved');
