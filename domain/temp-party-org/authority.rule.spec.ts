import { assertMayApprove, mayApprove, routeToApprover, type Superior } from './authority.rule.js';

const committee = { kind: 'WORK_COMMITTEE', canApproveProbationary: true, isSuperior: true, level: 'CITY' };
const superior = (partyOrgId: string, more: Partial<Superior> = {}): Superior => ({
  ...committee,
  partyOrgId,
  unitId: `unit-of-${partyOrgId}`,
  ...more,
});

describe('who approves', () => {
  it.each(['PARTY_COMMITTEE', 'WORK_COMMITTEE', 'COMPREHENSIVE_COMMITTEE', 'SOCIAL_ORG_COMMITTEE'])(
    'is a superior %s with power to approve probationary members',
    (kind) => {
      expect(mayApprove({ ...committee, kind })).toBe(true);
    },
  );

  it.each([
    ['a committee without that power', { canApproveProbationary: false }],
    ['a general branch, whatever its record says', { kind: 'GENERAL_BRANCH' }],
    ['a branch', { kind: 'BRANCH' }],
    ['a committee below a town', { level: 'VILLAGE' }],
    ['one that is no superior', { isSuperior: false }],
    ['a temporary organisation', { temporary: true }],
  ])('is not %s', (_what, more) => {
    expect(mayApprove({ ...committee, ...more })).toBe(false);
    expect(() => assertMayApprove({ ...committee, ...more })).toThrow('TPO_APPROVER_NOT_AUTHORISED');
  });
});

describe('the way of an application', () => {
  it('leads to the nearest superior with the power; those passed over may read it', () => {
    const branch = superior('branch', { kind: 'GENERAL_BRANCH' });
    const { approver, passedOver } = routeToApprover([branch, superior('near'), superior('far')]);

    expect(approver.partyOrgId).toBe('near');
    expect(passedOver).toEqual([branch]);
  });

  it('passes over a superior without a unit of its own, which could not receive the case', () => {
    expect(routeToApprover([superior('near', { unitId: null }), superior('far')]).approver.partyOrgId).toBe('far');
  });

  it('ends in a refusal where nobody has the power', () => {
    expect(() => routeToApprover([])).toThrow('TPO_APPROVER_NOT_AUTHORISED');
    expect(() => routeToApprover([superior('b', { kind: 'BRANCH' })])).toThrow('TPO_APPROVER_NOT_AUTHORISED');
  });
});
