import { asId, type UnitId, type UserId } from '../ids.js';
import type { Role } from '../roles.js';

/** Whom a task waits for: one person, or everybody who holds a role at a unit. */
export type Assignee =
  | { readonly kind: 'USER'; readonly userId: UserId }
  | { readonly kind: 'POOL'; readonly unitId: UnitId; readonly role: Role };

/** The text by which to-do lists are looked up: `user:ID` or `pool:UNIT:ROLE`. */
export function assigneeKey(assignee: Assignee): string {
  return assignee.kind === 'USER' ? `user:${assignee.userId}` : `pool:${assignee.unitId}:${assignee.role}`;
}

/** One person. */
export const person = (userId: string): Assignee => ({ kind: 'USER', userId: asId<UserId>(userId) });

/** Everybody who holds a role at a unit. */
export const pool = (unitId: string, role: Role): Assignee => ({ kind: 'POOL', unitId: asId<UnitId>(unitId), role });
