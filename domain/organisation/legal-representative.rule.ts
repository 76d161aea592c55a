import { DomainError } from '#domain/errors.js';
import { overlaps } from './tenure.js';
import type { Tenure } from './tenure.js';

/** A person as legal representative (法定代表人) of an organisation. */
export interface LegalRepresentation extends Tenure {
  readonly organisationId: string;
  readonly personId: string;
  /** Whether the organisation is a social group (社会团体, with its subtypes). */
  readonly socialGroup: boolean;
}

/** Thrown when the organisation has another legal representative in that time: end the other post first. */
export class LegalRepresentativeTaken extends DomainError {
  constructor(personId: string) {
    super({
      code: 'LEGAL_REP_TAKEN',
      status: 422,
      messageZh: '该组织在此期间已有法定代表人。请先登记原法定代表人的离任日期。',
      messageEn: 'The organisation has another legal representative in that time. Record when that post ended first.',
      field: 'isLegalRep',
      details: { personId },
    });
  }
}

/** Thrown when the person is legal representative of another social group in that time. */
export class LegalRepresentativeElsewhere extends DomainError {
  constructor() {
    super({
      code: 'LEGAL_REP_OF_ANOTHER_GROUP',
      status: 422,
      messageZh: '同一人不得同时担任两个社会团体的法定代表人。请另行推选法定代表人。',
      messageEn: 'Nobody is legal representative of two social groups at a time. Choose another person.',
      field: 'isLegalRep',
    });
  }
}

/**
 * At most one legal representative per organisation, and nobody of two social groups, at any time (specification §3 Person / OrgPost [P6]).
 * `held`: the representations of that organisation and of that person. Throws LEGAL_REP_TAKEN or LEGAL_REP_OF_ANOTHER_GROUP (422).
 */
export function assertLegalRepresentative(candidate: LegalRepresentation, held: readonly LegalRepresentation[]): void {
  for (const other of held.filter((each) => overlaps(each, candidate))) {
    if (other.organisationId === candidate.organisationId) throw new LegalRepresentativeTaken(other.personId);
    const same = other.personId === candidate.personId;
    if (same && other.socialGroup && candidate.socialGroup) throw new LegalRepresentativeElsewhere();
  }
}
