/** Created once: every promise of a workflow costs a stack trace (the SDK keeps them for its own queries). */
const NOW = Promise.resolve();

/**
 * The order in which a case takes acts and times: one after another, as they came. An act that is sent again, because
 * the tables know it and the workflow does not, goes before all that came with it.
 */
export class Turns {
  #busy = false;
  #called = false;
  readonly #waiting: (() => void)[] = [];

  /** How many are under way or waiting. */
  count = 0;

  /** Waits for one's turn. What comes in one activation stands in line before the first of it starts. */
  take(first: boolean): Promise<void> {
    this.count += 1;
    return new Promise<void>((go) => {
      if (first) this.#waiting.unshift(go);
      else this.#waiting.push(go);
      if (this.#busy || this.#called) return;
      this.#called = true;
      void NOW.then(() => {
        this.#called = false;
        this.#next();
      });
    });
  }

  leave(): void {
    this.count -= 1;
    this.#busy = false;
    this.#next();
  }

  #next(): void {
    if (this.#busy) return;
    const go = this.#waiting.shift();
    if (!go) return;
    this.#busy = true;
    go();
  }
}
