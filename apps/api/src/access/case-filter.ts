import type { Role } from '#domain/roles.js';
import type { CaseFilter } from '#prisma/stores/case-list.store.js';
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
  'ROUND_ORGANISER',
  'FINANCE_SIGNER',
];

/** Roles whose holders see the cases of their organisation. */
export const ORGANISATION_ROLES: readonly Role[] = ['APPLICANT_USER', 'PARTY_SECRETARY'];

/**
 * The cases that somebody may read: every one, or those that they applied for, of their organisations or units, or with a task or copy of theirs.
 * The lists turn it into SQL; the abilities are made of the same conditions, so that a list and a page never disagree.
 * `principalIds`: users whom the holder stands in for now (`Deputations.principalsOf`).
 */
export function caseFilter(holder: Holder, principalIds: readonly string[] = []): CaseFilter {
  if (holder.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR')) return { all: true };
  return {
    userId: holder.userId,
    keys: keysOf(holder, principalIds),
    unitIds: unitsOf(holder),
    organisationIds: organisationsOf(holder),
  };
}

/** Every key under which tasks, copies and notices reach somebody: themselves, the pools of their roles, the organisations they act for, and whom they stand in for. */
export function keysOf(holder: Holder, principalIds: readonly string[] = []): string[] {
  const pools = holder.grants.flatMap(({ unitId, role }) => (unitId === null ? [] : [`pool:${unitId}:${role}`]));
  const organisations = holder.grants.flatMap(({ organisationId, role }) =>
    organisationId === null ? [] : [`org:${organisationId}:${role}`],
  );
  return [...new Set([...[holder.userId, ...principalIds].map((id) => `user:${id}`), ...pools, ...organisations])];
}

/** Whether somebody works in an office that handles cases, or audits them; words and names among officials are for these. */
export const isInOffice = ({ grants }: Holder): boolean =>
  grants.some(({ role }) => UNIT_ROLES.includes(role) || role === 'SUPERVISOR_AUDITOR');

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
