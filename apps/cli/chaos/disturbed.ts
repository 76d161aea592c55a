import { Progress } from '../demo/progress.js';
import type { Instance } from '../embedded/instance.js';
import type { Say } from '../embedded/progress.js';
import { allBack, kill, type Victim } from './torment.js';

const DELAY_MS = 700;

/** Kills servers a moment after certain steps have begun. */
export class Disturbed extends Progress {
  constructor(
    private readonly kills: ReadonlyMap<string, readonly Victim[]>,
    private readonly instance: Instance,
    private readonly folder: string,
    private readonly say: Say,
  ) {
    super(1, () => undefined);
  }

  override async step<T>(what: string, run: () => Promise<T>): Promise<T> {
    const [, victims = []] = [...this.kills].find(([step]) => what.includes(step)) ?? [];
    this.say(what);
    const [result] = await Promise.all([super.step(what, run), this.#killAll(victims)]);
    if (victims.length > 0) await allBack(this.instance.address);
    return result;
  }

  async #killAll(victims: readonly Victim[]): Promise<void> {
    for (const victim of victims) {
      await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
      kill(victim, this.instance, this.folder, this.say);
    }
  }
}
