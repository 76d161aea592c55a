import { asId, type PersonId, type UnitId, type UserId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import type { Role } from '#domain/roles.js';

/** The unit that organises every round of these tests. */
export const HOST = 'unit-host';

/** Who acts. */
export interface Who {
  readonly userId: string;
  readonly role: Role;
  readonly unitId?: string;
  readonly personId?: string;
}

export const ORGANISER: Who = { userId: 'organiser', role: 'ROUND_ORGANISER', unitId: HOST };
export const SECOND: Who = { userId: 'treasurer', role: 'ROUND_ORGANISER', unitId: HOST };
export const FINANCE: Who = { userId: 'finance', role: 'FINANCE_SIGNER', unitId: HOST };
export const AUDITOR: Who = { userId: 'auditor', role: 'SUPERVISOR_AUDITOR', unitId: HOST };
export const EVALUATOR: Who = { userId: 'evaluator', role: 'EVALUATOR', unitId: HOST };
export const SPONSOR: Who = { userId: 'sponsor', role: 'SPONSOR' };
/** The applicant of the n-th project. */
export const applicant = (n: number): Who => ({ userId: `applicant-${n}`, role: 'APPLICANT_USER' });

/** Somebody as their acts name them. */
export const actorOf = ({ userId, role, unitId, personId }: Who): Actor => ({
  userId: asId<UserId>(userId),
  personId: personId === undefined ? null : asId<PersonId>(personId),
  role,
  unitId: unitId === undefined ? null : asId<UnitId>(unitId),
  onBehalfOf: null,
});
