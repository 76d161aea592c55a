import fc from 'fast-check';

import { addCalendarDays, parseIsoDate as day } from '#domain/calendar/iso-date.js';
import { assertEligible, assessEligibility, type ListedMember, refusalOf } from './eligibility.rule.js';

const member = (personId: string, more: Partial<ListedMember> = {}): ListedMember => ({
  personId,
  memberStatus: 'FULL',
  inCouncil: true,
  relationTransferred: false,
  ...more,
});
const members = (n: number): ListedMember[] => Array.from({ length: n }, (_, index) => member(`p${index}`));
const transferred = (n: number): ListedMember[] =>
  Array.from({ length: n }, (_, index) => member(`t${index}`, { relationTransferred: true }));
const codes = (input: Parameters<typeof assessEligibility>[0]): string[] =>
  assessEligibility(input).problems.map(({ code }) => code);
const TODAY = day('2026-03-10');

describe('E1: three full members of the council whose relation is elsewhere', () => {
  it('is met by three, 以上 including the number, and not by two', () => {
    expect(assessEligibility({ members: members(3) })).toMatchObject({ eligible: true, counted: 3 });
    expect(codes({ members: members(2) })).toEqual(['TPO_MEMBERS_LT_3']);
    expect(codes({ members: [] })).toEqual(['TPO_MEMBERS_LT_3']);
  });

  it.each<[string, Partial<ListedMember>, string]>([
    ['who is probationary', { memberStatus: 'PROBATIONARY' }, 'NOT_FULL_MEMBER'],
    ['who is no member', { memberStatus: null }, 'NOT_FULL_MEMBER'],
    ['outside the council', { inCouncil: false }, 'NOT_IN_COUNCIL'],
    ['whose relation was transferred', { relationTransferred: true }, 'RELATION_TRANSFERRED'],
    ['who declined', { confirmed: false }, 'NOT_CONFIRMED'],
  ])('does not count a third one %s, and says so', (_who, more, reason) => {
    const assessed = assessEligibility({ members: [...members(2), member('third', more)] });

    expect(assessed).toMatchObject({ eligible: false, counted: 2, excluded: [{ person: 'third', reason }] });
    expect(assessed.problems[0]?.refusal).toMatchObject({
      code: 'TPO_MEMBERS_LT_3',
      status: 422,
      field: 'members',
      details: { counted: 2, required: 3, excluded: [{ person: 'third', reason }] },
    });
  });

  it('counts who confirmed or was not asked yet', () => {
    expect(assessEligibility({ members: [...members(2), member('third', { confirmed: true })] }).counted).toBe(3);
  });

  it('counts exactly the distinct full, seated, untransferred people, in any order and however often they are listed', () => {
    const anybody = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      memberStatus: fc.constant('FULL'),
      inCouncil: fc.constant(true),
      relationTransferred: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), (listed) => {
        const distinct = new Set(listed.map(({ personId }) => personId)).size;
        const assessed = assessEligibility({ members: listed });
        expect(assessed.counted).toBe(distinct);
        expect(assessed.eligible).toBe(distinct >= 3);
        expect(assessed.counted + assessed.excluded.length).toBe(listed.length);
      }),
    );
  });
});

describe('E2: a formal branch is due', () => {
  it('from three transferred members on, and comes before everything about the count', () => {
    expect(codes({ members: [...members(3), ...transferred(2)] })).toEqual([]);
    expect(codes({ members: [...members(3), ...transferred(3)] })).toEqual(['TPO_FORMAL_REQUIRED']);
    expect(codes({ members: transferred(3) })).toEqual(['TPO_FORMAL_REQUIRED', 'TPO_MEMBERS_LT_3']);
  });

  it('counts a transferred member outside the council, but no probationary one, and nobody twice', () => {
    const outside = member('t2', { relationTransferred: true, inCouncil: false });
    const probationary = member('t2', { relationTransferred: true, memberStatus: 'PROBATIONARY' });
    expect(codes({ members: [...members(3), ...transferred(2), outside] })).toEqual(['TPO_FORMAL_REQUIRED']);
    expect(codes({ members: [...members(3), ...transferred(2), probationary] })).toEqual([]);
    expect(codes({ members: [...members(3), ...transferred(2), ...transferred(2)] })).toEqual([]);
  });

  it('offers a formal branch and nothing else', () => {
    expect(assessEligibility({ members: transferred(3) }).alternatives).toEqual(['FORMAL_BRANCH']);
  });
});

describe('E3: a general branch', () => {
  const general = { kind: 'TEMP_GENERAL_BRANCH' } as const;

  it('needs fifty members', () => {
    expect(codes({ ...general, members: members(50) })).toEqual([]);
    expect(codes({ ...general, members: members(49) })).toEqual(['TPO_GENERAL_BRANCH_LT_50']);
  });

  it('below fifty needs a stated need, and at the reply the explicit consent', () => {
    const fewer = { ...general, members: members(49) };
    expect(codes({ ...fewer, generalBranchNeed: true })).toEqual([]);
    expect(codes({ ...fewer, generalBranchNeed: true, generalBranchConsent: false })).toEqual([
      'TPO_GENERAL_BRANCH_LT_50',
    ]);
    expect(codes({ ...fewer, generalBranchNeed: true, generalBranchConsent: true })).toEqual([]);
    expect(codes({ ...fewer, generalBranchConsent: true })).toEqual(['TPO_GENERAL_BRANCH_LT_50']);
  });

  it('of fifty needs nobody to consent', () => {
    expect(codes({ ...general, members: members(50), generalBranchConsent: false })).toEqual([]);
  });
});

describe('E4: the organisation', () => {
  it('is registered, and has no other temporary Party organisation', () => {
    expect(codes({ members: members(3), legalStatus: 'REGISTERED', otherTemporary: 0 })).toEqual([]);
    expect(codes({ members: members(3), legalStatus: 'FILED' })).toEqual(['TPO_NOT_REGISTERED']);
    expect(codes({ members: members(3), legalStatus: 'CANCELLED' })).toEqual(['TPO_NOT_REGISTERED']);
    expect(codes({ members: members(3), otherTemporary: 1 })).toEqual(['TPO_DUPLICATE_ACTIVE']);
  });
});

describe("E5: the council's term", () => {
  it('holds on its last day, and not on the day after', () => {
    expect(codes({ members: members(3), councilTermEnd: TODAY, on: TODAY })).toEqual([]);
    expect(codes({ members: members(3), councilTermEnd: addCalendarDays(TODAY, -1), on: TODAY })).toEqual([
      'TPO_COUNCIL_TERM_EXPIRED',
    ]);
  });

  it('must be recorded', () => {
    expect(codes({ members: members(3), councilTermEnd: null, on: TODAY })).toEqual(['TPO_COUNCIL_TERM_EXPIRED']);
  });

  it('is warned about when fewer than 90 days are left', () => {
    const warnings = (days: number) =>
      assessEligibility({ members: members(3), councilTermEnd: addCalendarDays(TODAY, days), on: TODAY }).warnings;
    expect(warnings(89)).toEqual(['COUNCIL_TERM_ENDS_SOON']);
    expect(warnings(90)).toEqual([]);
    expect(warnings(-1)).toEqual([]);
  });
});

describe('E6: somebody who is listed twice, or sits in several councils', () => {
  it('counts once, with a warning', () => {
    const assessed = assessEligibility({ members: [...members(2), member('p0')] });
    expect(assessed).toMatchObject({ counted: 2, warnings: ['DUP_MEMBER'] });
    expect(assessed.excluded).toEqual([{ person: 'p0', reason: 'LISTED_TWICE' }]);
  });

  it('counts in each council, with a warning', () => {
    expect(assessEligibility({ members: [...members(2), member('p2', { otherCouncils: 1 })] })).toMatchObject({
      eligible: true,
      warnings: ['COUNTS_IN_OTHER_COUNCIL'],
    });
  });
});

describe('E7: what can be done instead', () => {
  it.each([
    ['too few members', { members: members(2) }, ['THREE_ONES', 'JOINT_BRANCH']],
    ['a filed community organisation', { members: members(3), legalStatus: 'FILED' }, ['JOINT_BRANCH']],
    ['an expired council', { members: members(3), councilTermEnd: null, on: TODAY }, ['RE_ELECT_COUNCIL']],
    [
      'both too few and filed only, each offer once',
      { members: members(2), legalStatus: 'FILED' },
      ['THREE_ONES', 'JOINT_BRANCH'],
    ],
  ])('is offered to %s', (_what, input, offered) => {
    expect(assessEligibility(input).alternatives).toEqual(offered);
  });

  it('is told with the first rule that says no, and with what else is wrong', () => {
    const assessed = assessEligibility({ members: members(2), councilTermEnd: null, on: TODAY });

    expect(refusalOf(assessed)?.refusal).toMatchObject({
      code: 'TPO_MEMBERS_LT_3',
      field: 'members',
      details: {
        counted: 2,
        alternatives: ['THREE_ONES', 'JOINT_BRANCH', 'RE_ELECT_COUNCIL'],
        alsoWrong: ['TPO_COUNCIL_TERM_EXPIRED'],
      },
    });
    expect(() => assertEligible(assessed)).toThrow('TPO_MEMBERS_LT_3');
    expect(refusalOf(assessEligibility({ members: members(3) }))).toBeNull();
  });
});
