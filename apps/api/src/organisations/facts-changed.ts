import type { OrganisationId } from '#domain/ids.js';

/**
 * Told after the people or the council of an organisation changed, so that its running cases look again (specification M01: eligibility lost,
 * council re-elected or postponed). It is told again when the same request is repeated: whoever answers must bear that. What it throws is
 * the answer to the request; the change itself is kept, and a repetition with the same Idempotency-Key tells again.
 */
export abstract class FactsChanged {
  abstract factsChanged(organisationId: OrganisationId): Promise<void>;
}

/** Where no case runs, nobody needs to look. */
export class NobodyLooks extends FactsChanged {
  factsChanged(): Promise<void> {
    return Promise.resolve();
  }
}
