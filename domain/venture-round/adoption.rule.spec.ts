import fc from 'fast-check';

import { completeUscc } from '#domain/identifier/uscc.js';
import { adopted, fundingGap, keepsASource, withoutAdoption } from './adoption.rule.js';
import type { AdoptableProject } from './adoption.rule.js';

const ENTERPRISE = completeUscc('91330402MA0000001');
const SPONSOR = { uscc: ENTERPRISE, hasJudgeInRound: false, linkedToApplicant: false, linkDisclosed: false };
const PROJECT: AdoptableProject = {
  state: 'NOT_FUNDED',
  inPublishedList: true,
  meetsFloor: true,
  requestedFen: 1_000_000,
  awardedFen: 400_000,
  adoptions: [],
};
const deed = (deedId: string, fen: number) => ({ deedId, mode: 'MONEY' as const, fen });

describe('an adoption', () => {
  it('fills the gap, shared by several enterprises', () => {
    const half = { ...PROJECT, adoptions: adopted(PROJECT, SPONSOR, deed('d1', 200_000)) };
    expect(fundingGap(half)).toBe(400_000);
    expect(fundingGap({ ...half, adoptions: adopted(half, SPONSOR, deed('d2', 400_000)) })).toBe(0);
    expect(() => adopted(half, SPONSOR, deed('d2', 400_001))).toThrow('VEN_ADOPT_OVER_GAP');
  });

  it('that is signed twice is one', () => {
    const once = { ...PROJECT, adoptions: adopted(PROJECT, SPONSOR, deed('d1', 600_000)) };
    expect(adopted(once, SPONSOR, deed('d1', 600_000))).toBe(once.adoptions);
  });

  it.each([
    ['a project that was screened out', { state: 'SCREENED_OUT' }],
    ['a project below the floor', { meetsFloor: false }],
    ['a project outside the published list', { inPublishedList: false }],
  ] as const)('is refused for %s', (_, change) => {
    expect(() => adopted({ ...PROJECT, ...change }, SPONSOR, deed('d1', 1))).toThrow('VEN_ADOPT_NOT_ELIGIBLE');
  });

  it('is possible for a display project, which has no score', () => {
    expect(
      adopted({ ...PROJECT, state: 'SHOWN', meetsFloor: null, awardedFen: 0 }, SPONSOR, deed('d1', 1_000_000)),
    ).toHaveLength(1);
  });

  it.each([
    ['no enterprise', { uscc: completeUscc('51330402MJ0000001') }],
    ['no organisation at all', { uscc: '912' }],
    ['an enterprise whose judge sits on the panel', { hasJudgeInRound: true }],
    ['an enterprise with a tie that it hides', { linkedToApplicant: true }],
  ])('is refused from %s', (_, change) => {
    expect(() => adopted(PROJECT, { ...SPONSOR, ...change }, deed('d1', 1))).toThrow('VEN_SPONSOR_NOT_ELIGIBLE');
  });

  it('with a disclosed tie is accepted; of nothing or of half a fen it is not', () => {
    expect(adopted(PROJECT, { ...SPONSOR, linkedToApplicant: true, linkDisclosed: true }, deed('d1', 1))).toHaveLength(
      1,
    );
    for (const fen of [0, -1, 0.5])
      expect(() => adopted(PROJECT, SPONSOR, deed('d1', fen))).toThrow('VEN_ADOPT_OVER_GAP');
  });

  it('that is withdrawn opens the gap again, and the project stays funded only from another source', () => {
    const adoptions = adopted({ ...PROJECT, awardedFen: 0 }, SPONSOR, deed('d1', 600_000));
    const left = withoutAdoption(adoptions, 'd1');
    expect(fundingGap({ ...PROJECT, adoptions: left })).toBe(600_000);
    expect(keepsASource({ awardedFen: 0, adoptions })).toBe(true);
    expect(keepsASource({ awardedFen: 0, adoptions: left })).toBe(false);
    expect(keepsASource({ awardedFen: 1, adoptions: left })).toBe(true);
  });

  it('never lets money in beyond what was asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 12 }), (offers) => {
        const end = offers.reduce<AdoptableProject>((project, fen, index) => {
          const fits = fen <= fundingGap(project);
          return fits ? { ...project, adoptions: adopted(project, SPONSOR, deed(`d${index}`, fen)) } : project;
        }, PROJECT);
        const sum = end.adoptions.reduce((total, { fen }) => total + fen, 0);
        expect(sum + end.awardedFen + fundingGap(end)).toBe(end.requestedFen);
      }),
    );
  });
});
