import fc from 'fast-check';

import { parseIsoDate as day } from '#domain/calendar/iso-date.js';
import { ActivityRecord, assertActivity, missingEvidence } from './activity.rule.js';
import { extendedTerm, shiftNeedsApproval } from './change-request.rule.js';
import { assertEvaluator, midTermDay, midTermOutcome, progressOf } from './evaluation.rule.js';

const TERM = { from: day('2026-07-01'), to: day('2027-06-30') };
const PROJECT = { projectId: 'p1', term: TERM };
const ACTIVITY = { activityId: 'a1', startsOn: '2026-07-01', endsOn: '2026-07-01', personTimes: 30, newPersons: 30 };
const NONE = new Map<string, string>();

describe('an activity', () => {
  it('counts on the first and on the last day of the term', () => {
    expect(() => assertActivity(ACTIVITY, PROJECT, NONE)).not.toThrow();
    const last = { ...ACTIVITY, startsOn: '2027-06-30', endsOn: '2027-06-30' };
    expect(() => assertActivity(last, PROJECT, new Map([['a1', 'p1']]))).not.toThrow();
  });

  it.each([
    ['ACT_DATE_OUT_OF_RANGE', { startsOn: '2026-06-30' }],
    ['ACT_DATE_OUT_OF_RANGE', { endsOn: '2027-07-01' }],
    ['ACT_DATE_OUT_OF_RANGE', { startsOn: '2026-08-02', endsOn: '2026-08-01' }],
    ['VEN_PERSONS_OVER_TIMES', { newPersons: 31 }],
  ])('is refused with %s: %j', (code, change) => {
    expect(() => assertActivity({ ...ACTIVITY, ...change }, PROJECT, NONE)).toThrow(code);
  });

  it('belongs to one project', () => {
    expect(() => assertActivity(ACTIVITY, PROJECT, new Map([['a1', 'p2']]))).toThrow('VEN_ACTIVITY_COUNTED_ELSEWHERE');
  });

  it('needs two different photographs and a sign-in sheet', () => {
    expect(missingEvidence({ photoUploadIds: ['u1', 'u1'] }, 2)).toEqual(['PHOTO', 'SIGN_IN_SHEET']);
    expect(missingEvidence({ photoUploadIds: ['u1', 'u2'], signInUploadId: 'u3' }, 2)).toEqual([]);
  });

  it('is read in whole persons and whole fen', () => {
    const record = {
      ...ACTIVITY,
      place: '活动室',
      topic: '探访',
      volunteers: 3,
      hours: 1.5,
      photoUploadIds: [],
      spentFen: 100,
    };
    expect(ActivityRecord.parse(record)).toEqual(record);
    for (const wrong of [{ personTimes: 1.5 }, { newPersons: -1 }, { spentFen: 0.5 }])
      expect(ActivityRecord.safeParse({ ...record, ...wrong }).success).toBe(false);
  });
});

describe('a change', () => {
  const line = (name: string, agreedFen: number, newFen: number) => ({ line: name, agreedFen, newFen });

  it('between lines is free up to ten per cent of each, and needs approval above', () => {
    expect(shiftNeedsApproval([line('a', 100_000, 110_000), line('b', 200_000, 190_000)], 10)).toBe(false);
    expect(shiftNeedsApproval([line('a', 100_000, 110_001), line('b', 200_000, 189_999)], 10)).toBe(true);
  });

  it('that changes the total or empties a line below 0 is none', () => {
    expect(() => shiftNeedsApproval([line('a', 100, 101)], 10)).toThrow('VEN_BUDGET_NOT_BALANCED');
    expect(() => shiftNeedsApproval([line('a', 100, -1), line('b', 100, 201)], 10)).toThrow('VEN_BUDGET_NOT_BALANCED');
  });

  it('extends the term once and by three months at most', () => {
    expect(extendedTerm(TERM, { months: 3, extendedBefore: false }, 3).to).toBe('2027-09-30');
    for (const months of [0, 4, 1.5])
      expect(() => extendedTerm(TERM, { months, extendedBefore: false }, 3)).toThrow('VEN_CHANGE_NOT_ALLOWED');
    expect(() => extendedTerm(TERM, { months: 1, extendedBefore: true }, 3)).toThrow('VEN_CHANGE_NOT_ALLOWED');
  });
});

describe('an evaluation', () => {
  it('at mid-term is due at half time', () => {
    expect(midTermDay(TERM)).toBe('2026-12-30');
  });

  it('without a report fails, and so does a second check that still wants rectification', () => {
    expect(midTermOutcome({ reported: false, result: 'PASS', isSecondCheck: false })).toBe('FAIL');
    expect(midTermOutcome({ reported: true, result: 'RECTIFY', isSecondCheck: false })).toBe('RECTIFY');
    expect(midTermOutcome({ reported: true, result: 'RECTIFY', isSecondCheck: true })).toBe('FAIL');
    expect(midTermOutcome({ reported: true, result: 'PASS', isSecondCheck: true })).toBe('PASS');
  });

  it('is not made by a judge of the round nor by one who saw sheets', () => {
    expect(() => assertEvaluator('e', ['j1', 'e'], false)).toThrow('VEN_EVALUATOR_WAS_JUDGE');
    expect(() => assertEvaluator('e', ['j1'], true)).toThrow('VEN_EVALUATOR_WAS_JUDGE');
    expect(() => assertEvaluator('e', ['j1'], false)).not.toThrow();
  });

  it('shows progress against what was promised, never above 100 per cent', () => {
    const promised = [
      { indicator: '探访', target: 480, unit: '人次' },
      { indicator: '讲座', target: 8, unit: '场' },
    ];
    expect(progressOf(promised, { 探访: 479 }).map(({ percent }) => percent)).toEqual([99, 0]);
    fc.assert(
      fc.property(fc.nat(2000), (reached) => {
        const [of] = progressOf(promised, { 探访: reached });
        expect(of?.percent === 100).toBe(reached >= 480);
      }),
    );
  });
});
