/** Shows how far the demonstration is: one line a step, with the time it took. */
export class Progress {
  #done = 0;

  constructor(
    private readonly total: number,
    private readonly print: (line: string) => void,
  ) {}

  /** Runs a step and says that it is done. What it throws is said too, and thrown on. */
  async step<T>(what: string, run: () => Promise<T>): Promise<T> {
    const begun = Date.now();
    this.#done += 1;
    try {
      const result = await run();
      this.#say('✓', what, begun);
      return result;
    } catch (error) {
      this.#say('✗', what, begun);
      throw error;
    }
  }

  #say(mark: string, what: string, begun: number): void {
    const share = Math.min(100, Math.round((this.#done / this.total) * 100));
    this.print(`[${String(share).padStart(3)} %] ${mark} ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  }
}
