import { asId, type OrganisationId, type UnitId, type UserId } from '../ids.js';
import type { Role } from '../roles.js';

/** Whom a task waits for: one person, everybody who holds a role at a unit, or everybody who holds one for an organisation. */
export type Assignee =
  | { readonly kind: 'USER'; readonly userId: UserId }
  | { readonly kind: 'POOL'; readonly unitId: UnitId; readonly role: Role }
  | { readonly kind: 'ORGANISATION'; readonly organisationId: OrganisationId; readonly role: Role };

/** The text by which to-do lists are looked up: `user:ID`, `pool:UNIT:ROLE` or `org:ORGANISATION:ROLE`. */
export function assigneeKey(assignee: Assignee): string {
  if (assignee.kind === 'USER') return `user:${assignee.userId}`;
  return assignee.kind === 'POOL'
    ? `pool:${assignee.unitId}:${assignee.role}`
    : `org:${assignee.organisationId}:${assignee.role}`;
}

/** One person. */
export const person = (userId: string): Assignee => ({ kind: 'USER', userId: asId<UserId>(userId) });

/** Everybody who holds a role at a unit. */
export const pool = (unitId: string, role: Role): Assignee => ({ kind: 'POOL', unitId: asId<UnitId>(unitId), role });

/** Everybody who acts for an organisation in a role: its applicants, unless another role is named. */
export const organisation = (organisationId: OrganisationId, role: Role = 'APPLICANT_USER'): Assignee => ({
  kind: 'ORGANISATION',
  organisationId,
  role,
});
