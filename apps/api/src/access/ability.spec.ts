import { describe, expect, it } from '@jest/globals';

import { asId } from '#domain/ids.js';
import type { OrganisationId, UnitId } from '#domain/ids.js';
import { ROLES } from '#domain/roles.js';
import type { Role } from '#domain/roles.js';
import { abilityFor, allows, ensureCan } from './ability.js';
import { caseFilter } from './case-filter.js';
import type { Holder } from './case-filter.js';
import { ACTIONS, RESOURCES } from './subjects.js';
import type { Action, Resource, Subjects } from './subjects.js';

const holder = (...roles: Role[]): Holder => ({
  userId: 'me',
  personId: 'my-person',
  grants: roles.map((role, at) => ({
    id: `g${at}`,
    role,
    unitId: asId<UnitId>('my-unit'),
    organisationId: asId<OrganisationId>('my-org'),
  })),
});

const ofMyUnit = { applicantUserId: 'x', organisationId: 'x', unitIds: ['my-unit', 'x'], assigneeKeys: [] };
const ofMyOrg = { applicantUserId: 'x', organisationId: 'my-org', unitIds: ['x'], assigneeKeys: [] };
const withMyTask = { applicantUserId: 'x', organisationId: 'x', unitIds: ['x'], assigneeKeys: ['user:me'] };
const startedByMe = { applicantUserId: 'me', organisationId: 'my-org', unitIds: ['x'], assigneeKeys: [] };
const foreign = { applicantUserId: 'x', organisationId: 'x', unitIds: ['x'], assigneeKeys: ['user:x'] };

/** Every thing in every relation to me that rights depend on. */
const THINGS: { readonly [R in Resource]: Readonly<Record<string, Subjects[R]>> } = {
  Case: { ofMyUnit, ofMyOrg, withMyTask, startedByMe, foreign },
  Paper: { ofMyUnit, ofMyOrg, withMyTask, startedByMe, foreign },
  Task: { mine: { assigneeKeys: ['user:me'] }, foreign: { assigneeKeys: ['user:x'] } },
  Draft: {
    mine: { ownerUserId: 'me', organisationId: 'my-org' },
    ofColleague: { ownerUserId: 'x', organisationId: 'my-org' },
    mineForForeignOrg: { ownerUserId: 'me', organisationId: 'x' },
  },
  Organisation: {
    mine: { id: 'my-org', unitIds: [] },
    ofMyUnit: { id: 'x', unitIds: ['my-unit'] },
    foreign: { id: 'x', unitIds: ['x'] },
  },
  Person: {
    me: { id: 'my-person', organisationIds: [] },
    ofMyOrg: { id: 'x', organisationIds: ['my-org'] },
    foreign: { id: 'x', organisationIds: ['x'] },
  },
  RestrictedField: {
    mine: { personId: 'my-person', unitIds: [] },
    ofMyUnit: { personId: 'x', unitIds: ['my-unit'] },
    foreign: { personId: 'x', unitIds: ['x'] },
  },
  Upload: {
    mine: { ownerUserId: 'me', inReadableCase: false },
    inCase: { ownerUserId: 'x', inReadableCase: true },
    foreign: { ownerUserId: 'x', inReadableCase: false },
  },
  Template: { any: { unitId: 'x' } },
  Calendar: { any: { year: 2026 } },
  Setting: { any: { key: 'x' } },
  Unit: { any: { id: 'x' } },
  User: { me: { id: 'me' }, other: { id: 'x' } },
  Grant: { mine: { userId: 'me' }, other: { userId: 'x' } },
  Deputation: {
    asPrincipal: { principalId: 'me', deputyId: 'x' },
    asDeputy: { principalId: 'x', deputyId: 'me' },
    foreign: { principalId: 'x', deputyId: 'x' },
  },
  Figure: { any: { scope: 'x' } },
  Notice: { mine: { recipientKeys: ['user:me'] }, foreign: { recipientKeys: ['user:x'] } },
};

/** `Resource.relation`: letters of the actions: r(ead) c(reate) u(pdate) d(elete) a(ct). */
type Rights = Readonly<Record<string, string>>;

const EVERYBODY: Rights = {
  'Calendar.any': 'r',
  'Unit.any': 'r',
  'User.me': 'r',
  'Grant.mine': 'r',
  'Notice.mine': 'ru',
  'Deputation.asDeputy': 'r',
  'Task.mine': 'ra',
  'Case.withMyTask': 'r',
  'Case.startedByMe': 'r',
  'Paper.startedByMe': 'r',
  'Paper.withMyTask': 'r',
  'Upload.mine': 'rcd',
  'Upload.inCase': 'r',
  'Person.me': 'r',
  'RestrictedField.mine': 'r',
};

const SECRETARY: Rights = {
  ...EVERYBODY,
  'Case.ofMyOrg': 'r',
  'Case.startedByMe': 'rc',
  'Paper.ofMyOrg': 'r',
  'Paper.startedByMe': 'r',
  'Organisation.mine': 'r',
  'Person.ofMyOrg': 'r',
  'Draft.mine': 'rcud',
  'Draft.mineForForeignOrg': 'rud',
};

const OFFICIAL: Rights = {
  ...EVERYBODY,
  'Case.ofMyUnit': 'r',
  'Paper.ofMyUnit': 'r',
  'Organisation.mine': 'r',
  'Organisation.ofMyUnit': 'r',
  'Organisation.foreign': 'r',
  'Person.ofMyOrg': 'r',
  'Person.foreign': 'r',
  'RestrictedField.ofMyUnit': 'r',
  'Template.any': 'r',
  'Setting.any': 'r',
  'Figure.any': 'r',
  'Deputation.asPrincipal': 'rcd',
};

const everyThing = RESOURCES.flatMap((resource) => Object.keys(THINGS[resource]).map((one) => `${resource}.${one}`));

const MATRIX: Readonly<Record<Role, Rights>> = {
  APPLICANT_USER: { ...SECRETARY, 'Case.ofMyOrg': 'ru', 'Case.startedByMe': 'rcu' },
  COUNCIL_MEMBER: EVERYBODY,
  PARTY_SECRETARY: SECRETARY,
  COMMUNITY_OFFICIAL: OFFICIAL,
  TWO_NEW_APPROVER: OFFICIAL,
  SUPERVISORY_OFFICER: OFFICIAL,
  REGISTRY_OFFICER: { ...OFFICIAL, 'Organisation.ofMyUnit': 'rcu' },
  REGISTRY_LEADER: OFFICIAL,
  JUDGE: EVERYBODY,
  EVALUATOR: EVERYBODY,
  SPONSOR: EVERYBODY,
  INSTRUCTOR: EVERYBODY,
  INSPECTOR: OFFICIAL,
  ROUND_ORGANISER: OFFICIAL,
  FINANCE_SIGNER: OFFICIAL,
  SCHOOL_ADMIN: EVERYBODY,
  GRID_WORKER: EVERYBODY,
  SUPERVISOR_AUDITOR: {
    ...Object.fromEntries(everyThing.map((thing) => [thing, 'r'])),
    'Notice.mine': 'ru',
    'Upload.mine': 'rd',
  },
  ADMIN: {
    ...EVERYBODY,
    'Task.mine': 'r',
    'RestrictedField.mine': '',
    'User.me': 'rcud',
    'User.other': 'rcud',
    'Grant.mine': 'rcud',
    'Grant.other': 'rcud',
    'Unit.any': 'rcud',
    'Template.any': 'rcud',
    'Calendar.any': 'rcu',
    'Setting.any': 'rcu',
    'Organisation.mine': 'r',
    'Organisation.ofMyUnit': 'r',
    'Organisation.foreign': 'r',
    'Deputation.asPrincipal': 'r',
    'Deputation.asDeputy': 'r',
    'Deputation.foreign': 'r',
  },
};

/** What the abilities say, in the form of the matrix, without the empty lines. */
function rightsOf(one: Holder): Rights {
  const ability = abilityFor(one);
  const lines = RESOURCES.flatMap((resource) => linesOf(resource));
  return Object.fromEntries(lines.filter(([, letters]) => letters !== ''));

  function linesOf(resource: Resource): [string, string][] {
    return Object.entries<Subjects[Resource]>(THINGS[resource]).map(([relation, facts]) => {
      const allowed = ACTIONS.filter((action: Action) => allows(ability, action, resource, facts));
      return [`${resource}.${relation}`, allowed.map((action) => action.charAt(0)).join('')];
    });
  }
}

const withoutEmpty = (rights: Rights): Rights =>
  Object.fromEntries(Object.entries(rights).filter(([, letters]) => letters !== ''));

describe('rights by role', () => {
  it.each(ROLES)('%s may do what the matrix says, and nothing else', (role) => {
    expect(rightsOf(holder(role))).toEqual(withoutEmpty(MATRIX[role]));
  });

  it('gives a user without any role only what is their own', () => {
    expect(rightsOf(holder())).toEqual(EVERYBODY);
  });

  it('never lets an administrator who is also an approver act or read restricted fields', () => {
    const ability = abilityFor(holder('TWO_NEW_APPROVER', 'ADMIN'));

    expect(allows(ability, 'act', 'Task', { assigneeKeys: ['user:me'] })).toBe(false);
    expect(allows(ability, 'read', 'RestrictedField', { personId: 'x', unitIds: ['my-unit'] })).toBe(false);
  });

  it('lets a deputy act on a task of the principal', () => {
    const task = { assigneeKeys: ['user:chief'] };

    expect(allows(abilityFor(holder('TWO_NEW_APPROVER'), ['chief']), 'act', 'Task', task)).toBe(true);
    expect(allows(abilityFor(holder('TWO_NEW_APPROVER')), 'act', 'Task', task)).toBe(false);
  });
});

describe('a refusal', () => {
  it('is "not found" for what may not be read', () => {
    expect(() => ensureCan(abilityFor(holder('APPLICANT_USER')), 'update', 'Case', foreign)).toThrow('NOT_FOUND');
  });

  it('is "not allowed" for what may be read but not done', () => {
    expect(() => ensureCan(abilityFor(holder('PARTY_SECRETARY')), 'update', 'Case', ofMyOrg)).toThrow(
      'AUTH_NOT_ALLOWED',
    );
  });
});

it('filters lists by the same conditions as it guards pages', () => {
  for (const role of ROLES) {
    const filter = caseFilter(holder(role));
    for (const facts of Object.values(THINGS.Case)) {
      const listed =
        'all' in filter ||
        filter.userId === facts.applicantUserId ||
        filter.organisationIds.some((id) => id === facts.organisationId) ||
        filter.unitIds.some((id) => facts.unitIds.includes(id)) ||
        filter.keys.some((key) => facts.assigneeKeys.includes(key));

      expect(allows(abilityFor(holder(role)), 'read', 'Case', facts)).toBe(listed);
    }
  }
});
