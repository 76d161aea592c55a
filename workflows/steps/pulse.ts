import { isCancellation } from '@temporalio/workflow';

import { CaseStopped } from './case-stopped.js';

interface Waiter {
  readonly ready: () => boolean;
  readonly go: () => void;
  readonly stop: () => void;
}

/**
 * Knows when a story has come to rest: everything it does is either under way or waiting for an act or a time.
 * One act may carry the story through several steps; what they all change is recorded together once it rests.
 */
export class Pulse {
  #underWay = 0;
  #stopped = false;
  #failure: Error | null = null;
  #waiters: Waiter[] = [];
  #resting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];

  /** Runs a strand of the story beside what runs already; resolves nothing itself, see `rest`. */
  run(strand: () => Promise<void>): void {
    this.#underWay += 1;
    strand().then(
      () => this.#settle(),
      (error: unknown) => {
        if (!(error instanceof CaseStopped)) this.#failure ??= asDefect(error);
        this.#settle();
      },
    );
  }

  /**
   * Carries out what comes from outside (an act, a time), and then lets every wait look again. What `body` throws is the
   * caller's. No promise when the body has none: each costs a case time.
   */
  take(body: () => void | Promise<void>): void | Promise<void> {
    this.#underWay += 1;
    let pending: void | Promise<void>;
    try {
      pending = body();
    } catch (error) {
      this.#settle();
      throw error;
    }
    if (pending) return pending.finally(() => this.#settle());
    this.#settle();
  }

  /** Waits until `ready` holds; rejects with CaseStopped when the case ends meanwhile (withdrawal). */
  until(ready: () => boolean): Promise<void> {
    if (this.#stopped) return Promise.reject(new CaseStopped());
    if (ready()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiters.push({ ready, go: resolve, stop: () => reject(new CaseStopped()) });
      this.#settle();
    });
  }

  /** Ends every wait, now and later. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when nothing is under way, at once (undefined) when it is so; throws or rejects when a story broke: a defect, no refusal. */
  rest(): Promise<void> | undefined {
    if (this.#failure) throw this.#failure;
    if (this.#underWay === 0) return undefined;
    return new Promise((resolve, reject) => {
      this.#resting.push({ resolve, reject });
    });
  }

  #wake(): void {
    const waiting = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiting) {
      if (this.#stopped || waiter.ready()) {
        this.#underWay += 1;
        (this.#stopped ? waiter.stop : waiter.go)();
      } else this.#waiters.push(waiter);
    }
  }

  #settle(): void {
    this.#underWay -= 1;
    if (this.#underWay > 0) return;
    // What one strand did may be what another one waits for.
    this.#wake();
    if (this.#underWay > 0) return;
    const resting = this.#resting;
    this.#resting = [];
    for (const { resolve, reject } of resting) {
      if (this.#failure) reject(this.#failure);
      else resolve();
    }
  }
}

/** Not a failure that an Update would hand to its caller: the story is broken, so the task must fail and be tried again. */
function asDefect(error: unknown): Error {
  if (error instanceof Error && isCancellation(error)) return error;
  return new Error(`the story of the case broke: ${String(error)}`, { cause: error });
}
