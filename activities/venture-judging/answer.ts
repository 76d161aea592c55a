import { DomainError, type Refusal } from '#domain/errors.js';

/** What an activity answers that a rule may refuse: a refusal is an answer, no failure, so that it is not tried again. */
export type Answer<Value> = { readonly refusal: Refusal } | { readonly value: Value };

/** Asks, and answers a refusal as such; whatever else goes wrong is tried again. */
export async function answering<Value>(ask: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refusal: error.refusal };
  }
}
