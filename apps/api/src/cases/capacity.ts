import type { OrganisationId, UnitId, UserId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import type { Role } from '#domain/roles.js';
import type { CaseContext, StandIn, Tie } from '#prisma/stores/case-context.store.js';
import type { ActiveGrant } from '#prisma/stores/identity.store.js';
import { UNIT_ROLES } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { handlersOf, matterOf } from '../matters/matter.js';

/** In which role somebody acts, at which unit, and for whom; `ties` are those of a principal. */
export interface Capacity {
  readonly role: Role;
  readonly unitId: UnitId | null;
  /** The organisation for which one acts in this role. */
  readonly organisationId?: OrganisationId;
  readonly onBehalfOf: UserId | null;
  readonly ties: readonly Tie[];
}

/**
 * The capacity in which the actor does this: by a role of theirs that the task waits for, by the deputation that reaches it, or else by the role through
 * which they have to do with the case. Whether that is enough is the workflow's to say.
 */
export function capacityFor(actor: RequestActor, context: CaseContext, kind: string): Capacity {
  const { task } = context;
  if (task === null) return onCase(actor, context, kind);
  const pool = actor.grants.find(
    ({ role, unitId }) => unitId !== null && task.assigneeKey === `pool:${unitId}:${role}`,
  );
  if (pool !== undefined) return byGrant(pool);
  const forOrganisation = actor.grants.find(
    ({ role, organisationId }) => organisationId !== null && task.assigneeKey === `org:${organisationId}:${role}`,
  );
  if (forOrganisation !== undefined) return byGrant(forOrganisation);
  if (task.assigneeKey === `user:${actor.userId}`) return ownTask(actor, context, kind);
  const standIn = context.standIns.find(({ principalId }) => principalId !== actor.userId);
  if (standIn !== undefined) return inPlaceOf(standIn, actor, context, kind);
  return onCase(actor, context, kind);
}

/** A statement about oneself is made as the person that one is, whatever office one holds beside it. */
function ownTask(actor: RequestActor, context: CaseContext, kind: string): Capacity {
  if (context.task?.kind === 'SCORE') return { role: 'JUDGE', unitId: null, onBehalfOf: null, ties: [] };
  if (kind !== 'confirm') return onCase(actor, context, kind);
  const applies = applicantGrant(actor, context);
  return applies ?? { role: 'COUNCIL_MEMBER', unitId: null, onBehalfOf: null, ties: [] };
}

function inPlaceOf(standIn: StandIn, actor: RequestActor, context: CaseContext, kind: string): Capacity {
  const { principalId, unitId, role, ties } = standIn;
  const own = onCase(actor, context, kind);
  const known = UNIT_ROLES.find((one) => one === role) ?? actor.grants.find((grant) => grant.role === role)?.role;
  return { role: known ?? own.role, unitId: known === undefined ? own.unitId : unitId, onBehalfOf: principalId, ties };
}

/** What only the applicant may do, is done as the applicant; everything else by an office, where one is held at the unit that handles the case. */
function onCase(actor: RequestActor, context: CaseContext, kind: string): Capacity {
  const applies = applicantGrant(actor, context);
  const handles = unitGrant(actor, context);
  const asApplicant =
    APPLICANT_ACTS.includes(kind) || context.task?.assigneeKey === `user:${context.case.applicantUserId}`;
  const [sooner, later] = asApplicant ? [applies, handles] : [handles, applies];
  return sooner ?? later ?? { role: 'COUNCIL_MEMBER', unitId: null, onBehalfOf: null, ties: [] };
}

const APPLICANT_ACTS: readonly string[] = [
  'withdraw',
  'resubmit',
  'fileRoster',
  'urge',
  'submitReturn',
  'submitLate',
  'askExtension',
  'handIn',
];

/** The applicant's own: for the organisation, or, where there is none, the one who submitted. */
function applicantGrant(
  actor: RequestActor,
  { case: { matter, organisationId, applicantUserId } }: CaseContext,
): Capacity | null {
  if (matterOf(matter).ofOffice === true) return null;
  const role = (wanted: Role) =>
    actor.grants.find(
      (grant) => grant.role === wanted && grant.organisationId !== null && grant.organisationId === organisationId,
    );
  const grant = role('APPLICANT_USER') ?? role('PARTY_SECRETARY');
  if (grant !== undefined) return byGrant(grant);
  if (organisationId !== null || applicantUserId !== actor.userId) return null;
  return { role: 'APPLICANT_USER', unitId: null, onBehalfOf: null, ties: [] };
}

/** An office at the handling unit before one elsewhere, one that handles the matter before one that does not. */
function unitGrant(actor: RequestActor, { case: { matter, unitId } }: CaseContext): Capacity | null {
  const offices = actor.grants.filter((grant) => grant.unitId !== null);
  const handlers = handlersOf(matterOf(matter));
  const rank = (grant: ActiveGrant) => (grant.unitId === unitId ? 0 : 2) + (handlers.includes(grant.role) ? 0 : 1);
  const [best] = [...offices].sort((one, other) => rank(one) - rank(other));
  return best === undefined ? null : byGrant(best);
}

function byGrant({ role, unitId, organisationId }: ActiveGrant): Capacity {
  const unit = unitId === null ? null : asId<UnitId>(unitId);
  const organisation = organisationId === null ? {} : { organisationId: asId<OrganisationId>(organisationId) };
  return { role, unitId: unit, ...organisation, onBehalfOf: null, ties: [] };
}
