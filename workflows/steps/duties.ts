import type { Actor } from '#domain/process/act.js';
import type { Duty } from '#domain/process/acts.js';
import { RecusalRequired } from '#domain/process/errors.js';

/** Separation of duties (C5): submitter ≠ reviewer ≠ signer, in person, through a deputy, and under a second account. */
export class Duties {
  readonly #done = new Map<string, Duty>();

  constructor(done: readonly (readonly [string, Duty])[] = []) {
    for (const [who, duty] of done) this.#done.set(who, duty);
  }

  /** Refuses a person who acted in another capacity before; for a deputy, also on account of the principal. */
  assertFree(actor: Actor, duty: Duty): void {
    for (const who of people(actor)) {
      const before = this.#done.get(who);
      if (before !== undefined && before !== duty)
        throw new RecusalRequired(before === 'SUBMIT' ? 'APPLICANT' : 'ACTED_BEFORE');
    }
  }

  note(actor: Actor, duty: Duty): void {
    for (const who of people(actor)) this.#done.set(who, duty);
  }

  entries(): readonly (readonly [string, Duty])[] {
    return [...this.#done.entries()];
  }
}

const people = ({ userId, onBehalfOf, personId }: Actor): readonly string[] =>
  [userId, onBehalfOf, personId].filter((who) => who !== null);
