/** How many Updates are under way at once; beyond it more only wait for each other on the server. */
const SLOTS = 32;

/** A place in the queue for each Update, first come, first served. */
export class UpdateGate {
  #free = SLOTS;
  readonly #waiting: (() => void)[] = [];

  async pass<Result>(run: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
