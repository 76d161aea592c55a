import { parseIsoDate as day } from '#domain/calendar/iso-date.js';
import { assertNoConflict, judgeConflicts } from './conflict.rule.js';
import type { JudgeFacts, ProjectSide } from './conflict.rule.js';

const JUDGE: JudgeFacts = {
  judgeId: 'j1',
  personId: 'person-j',
  employerId: 'university',
  posts: [],
  declaredProjectIds: [],
  evaluatedOrganisationIds: [],
};
const PROJECT: ProjectSide = {
  projectId: 'p1',
  organisationId: 'applicant',
  carrierId: 'carrier',
  personIds: ['person-1'],
  sponsorIds: ['sponsor'],
};
const WHEN = { today: day('2026-04-10'), recusalYears: 2 };
const grounds = (judge: Partial<JudgeFacts>): readonly string[] =>
  judgeConflicts({ ...JUDGE, ...judge }, PROJECT, WHEN);

describe('a judge', () => {
  it('without any tie may score', () => {
    expect(grounds({})).toEqual([]);
    expect(() => assertNoConflict(JUDGE, PROJECT, WHEN)).not.toThrow();
  });

  it.each([
    ['DECLARED', { declaredProjectIds: ['p1'] }],
    ['EMPLOYER', { employerId: 'applicant' }],
    ['EMPLOYER', { employerId: 'carrier' }],
    ['EMPLOYER', { employerId: 'sponsor' }],
    ['BOARD', { posts: [{ organisationId: 'applicant', post: 'COUNCIL_MEMBER', from: day('2020-01-01'), to: null }] }],
    [
      'BOARD',
      {
        posts: [{ organisationId: 'carrier', post: 'COUNCIL_MEMBER', from: day('2020-01-01'), to: day('2024-04-11') }],
      },
    ],
    ['SHARED_PERSON', { personId: 'person-1' }],
    ['EARLIER_EVALUATOR', { evaluatedOrganisationIds: ['applicant'] }],
  ] as const)('is excluded by %s', (ground, judge) => expect(grounds(judge)).toEqual([ground]));

  it('is free two years after leaving the applicant', () => {
    expect(
      grounds({
        posts: [
          { organisationId: 'applicant', post: 'COUNCIL_MEMBER', from: day('2020-01-01'), to: day('2024-04-10') },
        ],
      }),
    ).toEqual([]);
  });

  it('is refused with every ground', () => {
    expect(() => assertNoConflict({ ...JUDGE, personId: 'person-1', employerId: 'applicant' }, PROJECT, WHEN)).toThrow(
      expect.objectContaining({
        code: 'VEN_JUDGE_CONFLICT',
        refusal: expect.objectContaining({
          details: expect.objectContaining({ grounds: ['EMPLOYER', 'SHARED_PERSON'] }),
        }),
      }),
    );
  });
});
