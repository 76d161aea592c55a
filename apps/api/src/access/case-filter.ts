import type { Role } from '#domain/roles.js';
import type { ActiveGrant } from '#prisma/stores/identity.store.js';

/** Whose rights are asked about: a user and the grants that are in force. */
export interface Holder {
  readonly userId: string;
  readonly personId: string | null;
  readonly grants: readonly ActiveGrant[];
}

/** Roles whose holders see the cases of their unit. */
export const UNIT_ROLES: readonly Role[] = [
  'COMMUNITY_OFFICIAL',
  'TWO_NEW_APPROVER',
  'SUPERVISORY_OFFICER',
  'REGISTRY_OFFICER',
  'REGISTRY_LEADER',
  'INSPECTOR',
];

/** Roles whose holders see the cases of their organisation. */
export const ORGANISATION_ROLES: readonly Role[] = ['APPLICANT_USER', 'PARTY_SECRETARY'];

/**
 * The cases that somebody may read: everything, or those that meet any of the four. Stores turn it into SQL; `canRead` of the abilities is made
 * of the same four, so that a list and a page never disagree.
 */
export interface CaseFilter {
  readonly everything: boolean;
  readonly applicantUserId: string | null;
  readonly organisationIds: readonly string[];
  /** Case.unitId or CaseUnit.unitId. */
  readonly unitIds: readonly string[];
  /** Task.assigneeKey or Copy.recipientKey. */
  readonly assigneeKeys: readonly string[];
}

/** `principalIds`: users whom the holder stands in for now (`Deputations.principalsOf`). */
export function caseFilter(holder: Holder, principalIds: readonly string[] = []): CaseFilter {
  return {
    everything: holder.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR'),
    applicantUserId: holder.grants.some(({ role }) => role === 'APPLICANT_USER') ? holder.userId : null,
    organisationIds: organisationsOf(holder),
    unitIds: unitsOf(holder),
    assigneeKeys: keysOf(holder, principalIds),
  };
}

/** Every key under which tasks, copies and notices reach somebody: themselves, the pools of their roles, and whom they stand in for. */
export function keysOf(holder: Holder, principalIds: readonly string[] = []): string[] {
  const pools = holder.grants.flatMap(({ unitId, role }) => (unitId === null ? [] : [`pool:${unitId}:${role}`]));
  return [...new Set([...[holder.userId, ...principalIds].map((id) => `user:${id}`), ...pools])];
}

/** Units whose cases the holder sees. */
export function unitsOf(holder: Holder, roles: readonly Role[] = UNIT_ROLES): string[] {
  const units = holder.grants.flatMap(({ role, unitId }) => (unitId !== null && roles.includes(role) ? [unitId] : []));
  return [...new Set(units)];
}

/** Organisations whose cases the holder sees. */
export function organisationsOf(holder: Holder, roles: readonly Role[] = ORGANISATION_ROLES): string[] {
  const ids = holder.grants.flatMap(({ role, organisationId }) =>
    organisationId !== null && roles.includes(role) ? [organisationId] : [],
  );
  return [...new Set(ids)];
}
