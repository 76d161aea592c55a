import { workflowInfo } from '@temporalio/workflow';

import type { CaseInput } from './contract.js';

/** What the next run of a case starts with, given what this one carries over. */
export type NextInput = (carried: NonNullable<CaseInput['carried']>) => CaseInput;

/**
 * Continue-as-new: a case that lives for years goes on in a new run before its history grows too long. Only where the
 * story allows it (it can take up there again), and while no task is open.
 */
export class Renewal {
  #next: NextInput | null = null;
  #afterActs = Infinity;
  #acts = 0;

  get next(): NextInput | null {
    return this.#next;
  }

  /** Allows it until the returned function is called. `afterActs`: no later than after so many acts in one run. */
  allow(next: NextInput, afterActs: number): () => void {
    this.#next = next;
    this.#afterActs = afterActs;
    return () => {
      this.#next = null;
    };
  }

  countAct(): void {
    this.#acts += 1;
  }

  get isDue(): boolean {
    return this.#next !== null && (this.#acts >= this.#afterActs || workflowInfo().continueAsNewSuggested);
  }
}
