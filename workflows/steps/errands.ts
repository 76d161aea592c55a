/**
 * Long work that a case does for others beside its turns (starting and telling thousands), one piece after another: acts go on meanwhile,
 * and what was asked for first reaches everybody first.
 */
export class Errands {
  #last: Promise<void> = Promise.resolve();
  #underWay = 0;

  /** `onIdle` is told whenever the last piece of work is done, `onBusy` when there is some again. */
  constructor(
    private readonly onBusy: () => void,
    private readonly onIdle: () => void,
  ) {}

  /** Puts work at the end of the line. Work that fails is a defect: the workflow task fails and is tried again. */
  add(work: () => Promise<void>): void {
    this.#underWay += 1;
    if (this.#underWay === 1) this.onBusy();
    this.#last = this.#last.then(work).then(() => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.onIdle();
    });
  }
}
