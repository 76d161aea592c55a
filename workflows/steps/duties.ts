import type { UserId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import type { Duty } from '#domain/process/acts.js';
import { RecusalRequired } from '#domain/process/errors.js';

/** Separation of duties (C5): submitter ≠ reviewer ≠ signer, in person and through a deputy. */
export class Duties {
  readonly #done = new Map<UserId, Duty>();

  constructor(done: readonly (readonly [UserId, Duty])[] = []) {
    for (const [user, duty] of done) this.#done.set(user, duty);
  }

  /** Refuses a person who acted in another capacity before; for a deputy, also on account of the principal. */
  assertFree(actor: Actor, duty: Duty): void {
    for (const user of people(actor)) {
      const before = this.#done.get(user);
      if (before !== undefined && before !== duty)
        throw new RecusalRequired(before === 'SUBMIT' ? 'APPLICANT' : 'ACTED_BEFORE');
    }
  }

  note(actor: Actor, duty: Duty): void {
    for (const user of people(actor)) this.#done.set(user, duty);
  }

  entries(): readonly (readonly [UserId, Duty])[] {
    return [...this.#done.entries()];
  }
}

const people = (actor: Actor): readonly UserId[] =>
  actor.onBehalfOf === null ? [actor.userId] : [actor.userId, actor.onBehalfOf];
