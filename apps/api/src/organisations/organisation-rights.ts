import { AuthNotAllowed } from '#domain/errors.js';
import type { Organisation } from '#prisma/stores/organisation.store.js';
import { abilityFor, allows, ensureCan } from '../access/ability.js';
import { organisationsOf } from '../access/case-filter.js';
import type { Subjects } from '../access/subjects.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';

/** The organisations that a list may show: null = all of them. */
export function readableOrganisations(actor: RequestActor): readonly string[] | null {
  // Only a right without conditions covers an organisation that does not exist.
  const everything = allows(abilityFor(actor), 'read', 'Organisation', { id: '', unitIds: [] });
  return everything ? null : organisationsOf(actor);
}

/** Throws NOT_FOUND (404) for an organisation that the actor may not read. */
export function ensureMayRead(actor: RequestActor, organisation: Organisation): void {
  ensureCan(abilityFor(actor), 'read', 'Organisation', subjectOf(organisation));
}

/** Throws NOT_FOUND (404) when the actor may not read the people of the organisation: administrators may not (specification §2). */
export function ensureMayReadPeople(actor: RequestActor, organisation: Organisation): void {
  ensureMayRead(actor, organisation);
  ensureCan(abilityFor(actor), 'read', 'Person', { id: '', organisationIds: [organisation.id] });
}

/**
 * People and councils are recorded by the organisation's own clerk (经办人) and by the officer of its registry. Throws NOT_FOUND (404) for an
 * organisation of others, AUTH_NOT_ALLOWED (403) for those who may only read.
 */
export function ensureMayRecord(actor: RequestActor, organisation: Organisation): void {
  ensureMayReadPeople(actor, organisation);
  const clerk = organisationsOf(actor, ['APPLICANT_USER']).includes(organisation.id);
  if (!clerk && !isRegistryOfficer(actor, organisation)) throw new AuthNotAllowed({ resource: 'Organisation' });
}

/** The code that identifies an organisation is the registry's to set. Throws as `ensureMayRecord`. */
export function ensureMayIdentify(actor: RequestActor, organisation: Organisation): void {
  ensureMayRead(actor, organisation);
  if (!isRegistryOfficer(actor, organisation)) throw new AuthNotAllowed({ resource: 'Organisation' });
}

/**
 * A RESTRICTED number is read in the clear by the officials who handle a case of the person's organisation, and by auditors (specification C8).
 * `unitIds`: units of those cases. Roles that sign must have passed their second factor. Throws AUTH_NOT_ALLOWED or TWO_FACTOR_REQUIRED (403).
 */
export function ensureMayUnmask(actor: RequestActor, personId: string, unitIds: readonly string[]): void {
  if (!allows(abilityFor(actor), 'read', 'RestrictedField', { personId, unitIds })) {
    throw new AuthNotAllowed({ resource: 'RestrictedField' });
  }
  for (const { role, unitId } of actor.grants) {
    if (unitId !== null && unitIds.includes(unitId)) requireSecondFactor(actor, role);
  }
}

function isRegistryOfficer(actor: RequestActor, { registryUnitId }: Organisation): boolean {
  return actor.grants.some(
    ({ role, unitId }) => role === 'REGISTRY_OFFICER' && unitId !== null && unitId === registryUnitId,
  );
}

function subjectOf({ id, registryUnitId, supervisoryUnitId }: Organisation): Subjects['Organisation'] {
  return { id, unitIds: [registryUnitId, supervisoryUnitId].flatMap((unitId) => unitId ?? []) };
}
