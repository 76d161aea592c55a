import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deviatesFrom, NO_FINDINGS, proposeConclusion, REVIEWED_CONCLUSIONS } from './conclusion.rule.js';
import type { ReviewFindings } from './conclusion.rule.js';
import { DEFAULT_SETTINGS } from './settings.js';

const proposed = (findings: Partial<ReviewFindings>, late = false) =>
  proposeConclusion({ ...NO_FINDINGS, ...findings }, late);

describe('the proposed conclusion', () => {
  it('is PASS when no rule speaks against it, and lists every rule that was applied', () => {
    expect(proposed({})).toMatchObject({ conclusion: 'PASS', reasons: [] });
    expect(proposed({}).examined).toHaveLength(7);
  });

  it.each([
    ['illegalActivity', 'ILLEGAL_ACTIVITY', 'FAIL'],
    ['assetMisuse', 'ASSET_MISUSE', 'FAIL'],
    ['inspectionRefused', 'INSPECTION_REFUSED', 'FAIL'],
    ['lateReElection', 'LATE_RE_ELECTION', 'BASIC_PASS'],
    ['partySectionMissing', 'PARTY_SECTION_MISSING', 'BASIC_PASS'],
    ['minorFinanceDefects', 'MINOR_FINANCE_DEFECTS', 'BASIC_PASS'],
  ] as const)('with %s names the rule %s and is %s', (finding, rule, conclusion) => {
    expect(proposed({ [finding]: true })).toMatchObject({ conclusion, reasons: [{ rule, applies: true }] });
  });

  it.each([
    [2, false, 'PASS'],
    [3, false, 'BASIC_PASS'],
    [3, true, 'PASS'],
  ] as const)('with %i transferred full members and a Party organisation %p is %s', (members, has, conclusion) => {
    expect(proposed({ transferredFullMembers: members, hasPartyOrganisation: has }).conclusion).toBe(conclusion);
  });

  it('follows the configured number of members', () => {
    const findings = { ...NO_FINDINGS, transferredFullMembers: 3, hasPartyOrganisation: false };
    expect(proposeConclusion(findings, false, { ...DEFAULT_SETTINGS, partyOrgMembers: 4 }).conclusion).toBe('PASS');
  });

  it('keeps a late return as late without lowering it', () => {
    expect(proposed({}, true)).toMatchObject({ conclusion: 'PASS', late: true });
  });

  it('never gets better by a further finding', () => {
    const findings = fc.record({
      illegalActivity: fc.boolean(),
      assetMisuse: fc.boolean(),
      inspectionRefused: fc.boolean(),
      lateReElection: fc.boolean(),
      partySectionMissing: fc.boolean(),
      minorFinanceDefects: fc.boolean(),
      transferredFullMembers: fc.nat(6),
      hasPartyOrganisation: fc.boolean(),
    });
    const rank = (given: ReviewFindings) => REVIEWED_CONCLUSIONS.indexOf(proposeConclusion(given).conclusion);
    fc.assert(
      fc.property(findings, (given) => {
        expect(rank({ ...given, minorFinanceDefects: true })).toBeGreaterThanOrEqual(rank(given));
        expect(rank({ ...given, assetMisuse: true })).toBe(2);
      }),
    );
  });
});

describe('a decision of the leader', () => {
  it('deviates when it is not the proposed one', () => {
    expect(deviatesFrom(proposed({ lateReElection: true }), 'BASIC_PASS')).toBe(false);
    expect(deviatesFrom(proposed({ lateReElection: true }), 'PASS')).toBe(true);
    expect(deviatesFrom(proposed({}), 'FAIL')).toBe(true);
  });

  it('cannot be PASS where three transferred full members have no Party organisation', () => {
    const capped = proposed({ transferredFullMembers: 3, hasPartyOrganisation: false });
    expect(() => deviatesFrom(capped, 'PASS')).toThrow('AI_CONCLUSION_ABOVE_CAP');
    expect(deviatesFrom(capped, 'FAIL')).toBe(true);
  });
});
