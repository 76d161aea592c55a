import { AuthNotAllowed } from '#domain/errors.js';
import { SIGNING_ROLES } from '#domain/roles.js';
import type { Role } from '#domain/roles.js';
import { TwoFactorRequired } from '../http/errors.js';
import type { RequestActor } from './actor.js';

/** A role that signs acts only in a session that passed the second factor: else TWO_FACTOR_REQUIRED (403). */
export function requireSecondFactor(actor: RequestActor, role: Role): void {
  if (SIGNING_ROLES.includes(role) && !actor.twoFactorPassed) throw new TwoFactorRequired(actor.twoFactorEnabled);
}

/** The grant by which an actor acts as `role` (at `unitId`, when one is named), with its second factor, or AUTH_NOT_ALLOWED (403). */
export function grantToAct(actor: RequestActor, role: Role, unitId: string | null = null) {
  const grant = actor.grants.find((one) => one.role === role && (unitId === null || one.unitId === unitId));
  if (grant === undefined) throw new AuthNotAllowed({ role });
  requireSecondFactor(actor, role);
  return grant;
}
