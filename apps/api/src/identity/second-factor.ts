import { SIGNING_ROLES } from '#domain/roles.js';
import type { Role } from '#domain/roles.js';
import { TwoFactorRequired } from '../http/errors.js';
import type { RequestActor } from './actor.js';

/** A role that signs acts only in a session that passed the second factor: else TWO_FACTOR_REQUIRED (403). */
export function requireSecondFactor(actor: RequestActor, role: Role): void {
  if (SIGNING_ROLES.includes(role) && !actor.twoFactorPassed) throw new TwoFactorRequired(actor.twoFactorEnabled);
}
