import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability';
import type { ForcedSubject } from '@casl/ability';

import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import type { Role } from '#domain/roles.js';
import { caseFilter, keysOf, organisationsOf, UNIT_ROLES, unitsOf } from './case-filter.js';
import type { Holder } from './case-filter.js';
import { ACTIONS, RESOURCES } from './subjects.js';
import type { Action, Resource, Subjects } from './subjects.js';

/** What somebody may do. Nothing, unless a rule says so. */
export interface Ability {
  can(action: Action, asked: ForcedSubject<Resource>): boolean;
  /** What may be done with some things of this kind. */
  possible(resource: Resource): Action[];
}

type Say = (action: Action | Action[], resource: Resource | Resource[], conditions?: Conditions) => unknown;
type Conditions = Readonly<Record<string, string | boolean | { readonly $in: readonly string[] }>>;

interface Builder {
  readonly can: Say;
  readonly cannot: Say;
}

/** The rights of a user (specification §2), with those of the users they stand in for now as far as tasks go. */
export function abilityFor(holder: Holder, principalIds: readonly string[] = []): Ability {
  const builder = new AbilityBuilder(createMongoAbility);
  everybody(builder, holder, principalIds);
  casesOf(builder, holder, principalIds);
  applicants(builder, holder);
  officials(builder, holder);
  offices(builder, holder);
  const rules = builder.build();
  return {
    can: (action, asked) => rules.can(action, asked),
    possible: (resource) => ACTIONS.filter((action) => rules.can(action, resource)),
  };
}

/**
 * Throws when the ability does not allow it: NOT_FOUND (404) for what may not even be read, so that nobody learns that it exists,
 * AUTH_NOT_ALLOWED (403) for what may be read but not done.
 */
export function ensureCan<R extends Resource>(ability: Ability, action: Action, resource: R, facts: Subjects[R]): void {
  const asked = subject(resource, { ...facts });
  if (ability.can(action, asked)) return;
  if (action !== 'create' && !ability.can('read', asked)) throw new NotFound(resource);
  throw new AuthNotAllowed({ action, resource });
}

/** Whether the ability allows it for this one; for buttons and filters in memory. */
export function allows<R extends Resource>(ability: Ability, action: Action, resource: R, facts: Subjects[R]): boolean {
  return ability.can(action, subject(resource, { ...facts }));
}

const holds = ({ grants }: Holder, ...roles: readonly Role[]) => grants.some(({ role }) => roles.includes(role));

function everybody({ can }: Builder, holder: Holder, principalIds: readonly string[]): void {
  const { userId } = holder;
  const keys = keysOf(holder, principalIds);
  can('read', 'Calendar');
  can('read', 'Unit');
  can('read', 'User', { id: userId });
  can('read', 'Grant', { userId });
  can(['read', 'update'], 'Notice', { recipientKeys: { $in: keys } });
  can('read', 'Deputation', { deputyId: userId });
  can(['read', 'act'], 'Task', { assigneeKeys: { $in: keys } });
  can(['read', 'delete'], 'Upload', { ownerUserId: userId });
  can('read', 'Upload', { inReadableCase: true });
  if (holder.personId !== null) {
    can('read', 'Person', { id: holder.personId });
    can('read', 'RestrictedField', { personId: holder.personId });
  }
}

/** Reading cases and their papers: the same four conditions as `caseFilter`; who reads every case is an auditor, below. */
function casesOf({ can }: Builder, holder: Holder, principalIds: readonly string[]): void {
  const filter = caseFilter(holder, principalIds);
  if ('all' in filter) return;
  const both: Resource[] = ['Case', 'Paper'];
  can('read', both, { applicantUserId: filter.userId });
  can('read', both, { unitIds: { $in: filter.unitIds } });
  can('read', both, { organisationId: { $in: filter.organisationIds } });
  can('read', both, { assigneeKeys: { $in: filter.keys } });
}

function applicants({ can }: Builder, holder: Holder): void {
  const { userId } = holder;
  const theirs = organisationsOf(holder);
  can('read', 'Organisation', { id: { $in: theirs } });
  can('read', 'Person', { organisationIds: { $in: theirs } });
  if (holds(holder, 'APPLICANT_USER', 'PARTY_SECRETARY')) {
    can('create', 'Draft', { ownerUserId: userId, organisationId: { $in: theirs } });
    can(['read', 'update', 'delete'], 'Draft', { ownerUserId: userId });
    can('create', 'Case', { applicantUserId: userId, organisationId: { $in: theirs } });
  }
  if (holds(holder, 'APPLICANT_USER')) {
    can('update', 'Case', { organisationId: { $in: organisationsOf(holder, ['APPLICANT_USER']) } });
  }
}

function officials({ can }: Builder, holder: Holder): void {
  if (holds(holder, ...UNIT_ROLES)) {
    can('read', 'Organisation');
    can('read', 'Person');
    can('read', ['Template', 'Setting']);
    can('read', 'Figure');
    can('read', 'RestrictedField', { unitIds: { $in: unitsOf(holder) } });
    can(['read', 'create', 'delete'], 'Deputation', { principalId: holder.userId });
  }
  const registries = unitsOf(holder, ['REGISTRY_OFFICER']);
  can(['create', 'update'], 'Organisation', { unitIds: { $in: registries } });
}

/** Roles of the whole system. What they are denied, no other role gives back. */
function offices({ can, cannot }: Builder, holder: Holder): void {
  if (!holds(holder, 'SUPERVISOR_AUDITOR')) can('create', 'Upload', { ownerUserId: holder.userId });
  if (holds(holder, 'SUPERVISOR_AUDITOR')) {
    for (const resource of RESOURCES) can('read', resource);
    cannot('act', 'Task');
  }
  if (holds(holder, 'ADMIN')) {
    can(['read', 'create', 'update', 'delete'], ['User', 'Grant', 'Unit', 'Template']);
    can(['read', 'create', 'update'], ['Calendar', 'Setting']);
    can('read', ['Organisation', 'Deputation']);
    cannot('act', 'Task');
    cannot('read', 'RestrictedField');
  }
}
