import { createHash } from 'node:crypto';

import { completeUscc } from '#domain/identifier/uscc.js';
import { adopted } from './adoption.rule.js';
import { walkAwards } from './award.rule.js';
import type { AwardProject } from './award.rule.js';
import { correctedRanks, judgeDiagnoses, leaveOneJudgeOut } from './diagnostics.js';
import { roundFigures } from './figures.js';
import { instalmentsOf } from './instalments.rule.js';
import { assertAwards, assertTiesDecided } from './proposed-awards.rule.js';
import { rankProjects } from './ranking.rule.js';
import type { ClassRanking, ScoredProject } from './ranking.rule.js';
import { aRound } from './round.example.js';
import { checkedSheet } from './sheet.js';
import { lockedSheets, lockSheet, openChain } from './sheet-chain.js';
import type { JudgeChain } from './sheet-chain.js';
import { stageOrder } from './stage-order.js';
import { exportSheets, verifySheets } from './verify-sheets.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const round = aRound();
const classOf = (index: number): string => (index < 2 ? 'DISPLAY' : index < 9 ? 'KEY' : 'REGULAR');
const PROJECTS = Array.from({ length: 16 }, (_, index): AwardProject => ({
  projectId: `p${String(index + 1).padStart(2, '0')}`,
  class: classOf(index),
  themes: index % 3 === 0 ? ['SELF_GOVERNANCE'] : ['ELDERLY_CHILDREN'],
  requestedFen: 800_000 + index * 10_001,
  totalFen: 1_500_000,
}));
const scored = PROJECTS.filter((project) => project.class !== 'DISPLAY');

/** Every judge scores all projects, each a little differently. */
function chainOf(judge: number): JudgeChain {
  return scored.reduce<JudgeChain>(
    (chain, { projectId }, index) => {
      const half = ((index * 7 + judge * 3) % 9) / 2;
      const values = { need: 12 + half, feasibility: 16, innovation: 9 + half, team: 12, budget: 11, benefit: 10 };
      return lockSheet(chain, checkedSheet({ projectId, values, comment: '' }, round.scoring.criteria), index, sha256);
    },
    openChain('round', `j${judge}`),
  );
}

function scoredFrom(chains: readonly JudgeChain[]): ScoredProject[] {
  const locked = chains.map((chain) => ({ judgeId: chain.judgeId, sheets: lockedSheets(chain) }));
  return scored.map((project) => ({
    ...project,
    sheets: locked.flatMap(({ judgeId, sheets }) => {
      const sheet = sheets.get(project.projectId);
      return sheet === undefined ? [] : [{ judgeId, totalHalves: sheet.totalHalves, halves: sheet.halves }];
    }),
  }));
}

describe('the round of 解放街道', () => {
  const chains = [1, 2, 3, 4, 5].map(chainOf);
  const projects = scoredFrom(chains);
  const rankings = rankProjects(projects, round.scoring);
  const plan = walkAwards(rankings, PROJECTS, round);

  it('draws its stage order, proves its sheets and ranks 7 key and 7 regular projects', () => {
    expect(
      stageOrder(
        PROJECTS.map(({ projectId }) => projectId),
        'seed',
        sha256,
      ),
    ).toHaveLength(16);
    expect(verifySheets(exportSheets('round', chains, sha256), sha256)).toEqual([]);
    expect(rankings.map((of) => [of.class, of.ranked.length])).toEqual([
      ['KEY', 7],
      ['REGULAR', 7],
    ]);
  });

  it('funds 14 of 16, pays them without losing a fen, and has 2 adopted', () => {
    assertTiesDecided(plan);
    assertAwards(plan.awards, PROJECTS, round);
    const sponsor = {
      uscc: completeUscc('91330402MA0000001'),
      hasJudgeInRound: false,
      linkedToApplicant: false,
      linkDisclosed: false,
    };
    const figures = roundFigures(
      PROJECTS.map((project, index) => {
        const award = plan.awards.find(({ projectId }) => projectId === project.projectId);
        const reduced = { requestedFen: project.requestedFen + 100_000, awardedFen: award?.fen ?? 0 };
        const of = { state: 'FUNDED' as const, inPublishedList: true, meetsFloor: true, adoptions: [], ...reduced };
        const adoptions =
          index === 4 || index === 12 ? adopted(of, sponsor, { deedId: 'd', mode: 'MONEY', fen: 100_000 }) : [];
        const money = (award?.bySource ?? []).map(({ source, fen }) => {
          const paid = instalmentsOf(fen, round.schedule).reduce((sum, part) => sum + part.fen, 0);
          return { source, plannedFen: fen, agreedFen: fen, paidFen: paid, returnedFen: 0 };
        });
        const state = award === undefined ? ('SHOWN' as const) : ('FUNDED' as const);
        return { ...project, state, adopted: adoptions.length > 0, money, activities: [] };
      }),
    );
    expect(figures.funded).toEqual({ numerator: 14, denominator: 16, percent: '87.5' });
    expect(figures.adopted).toEqual({ numerator: 2, denominator: 14, percent: '14.3' });
    for (const { plannedFen, paidFen } of figures.money) expect(paidFen).toBe(plannedFen);
  });

  it('has its diagnostics beside the result', () => {
    const fundedOf = (of: readonly ClassRanking[]): string[] =>
      walkAwards(of, PROJECTS, round).awards.map(({ projectId }) => projectId);
    expect(judgeDiagnoses(projects, rankings)).toHaveLength(5);
    expect(correctedRanks(projects, rankings)).toHaveLength(14);
    expect(leaveOneJudgeOut(projects, round.scoring, fundedOf).every(({ lost }) => lost.length === 0)).toBe(true);
  });
});
