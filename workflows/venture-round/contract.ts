import { defineSignal } from '@temporalio/workflow';

import type { CaseId } from '#domain/ids.js';
import type { RoundCall } from '#domain/venture-round/case-facts.js';
import type { VentureRoundSettings } from '#domain/venture-round/settings.js';
import type { ProjectState } from '#domain/venture-round/states.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow. */
export const VENTURE_ROUND_WORKFLOW = 'ventureRound';

/** What a round remembers from one run to the next; the rest is in the tables. */
export interface RoundMemory {
  readonly call: RoundCall | null;
  /** How often it told all its projects something: each time is a broadcast of its own. */
  readonly told: number;
}

export interface VentureRoundInput extends CaseInput {
  readonly settings: VentureRoundSettings;
  /** Set when the case continues as new. */
  readonly round?: RoundMemory;
  /** After how many acts in one run a long phase goes on in a new one; absent: the steps' own bound. */
  readonly actsPerRun?: number;
}

/** A project that was submitted in time: the whole input of its workflow, which the round starts. Twice is once. */
export const projectSubmitted =
  defineSignal<[Readonly<Record<string, unknown>> & { readonly caseNo: string }]>('projectSubmitted');

/** A project has come to a state that its round may wait for. The round looks at the tables then; the signal decides nothing. */
export const projectMoved = defineSignal<[{ caseId: CaseId; state: ProjectState }]>('projectMoved');
