import fc from 'fast-check';

import { assignJudges, replaceJudge } from './assign-judges.js';
import type { AssignmentProblem, Pair } from './assignment-model.js';
import { solveInThread } from './solver.js';

const OPTIONS = { seconds: 9 };
const names = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** Whole numbers below `bound`, the same on every run. */
function numbers(): (bound: number) => number {
  let state = 20_260_401;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

function problem(change: Partial<AssignmentProblem> = {}): AssignmentProblem {
  return {
    projectIds: names('p', 4),
    judges: names('j', 4).map((judgeId) => ({ judgeId, maxLoad: 3 })),
    judgesPerProject: 3,
    expertsPerProject: 0,
    conflicts: [],
    expertise: [],
    fixed: [],
    ...change,
  };
}

/** 300 projects × 40 judges × 5, one pair in ten in conflict, every judge at home in a few fields. */
function large(): AssignmentProblem {
  const below = numbers();
  const pairs = names('p', 300).flatMap((projectId) =>
    names('j', 40).map((judgeId) => ({ projectId, judgeId, draw: below(100), points: below(10) })),
  );
  return problem({
    projectIds: names('p', 300),
    judges: names('j', 40).map((judgeId) => ({ judgeId, maxLoad: 39 })),
    judgesPerProject: 5,
    conflicts: pairs.filter(({ draw }) => draw < 10),
    expertise: pairs.filter(({ draw, points }) => draw >= 70 && points > 0),
  });
}

function check({ projectIds, judges, judgesPerProject, conflicts }: AssignmentProblem, pairs: readonly Pair[]): void {
  const count = (key: keyof Pair, id: string): number => pairs.filter((pair) => pair[key] === id).length;
  for (const projectId of projectIds) expect(count('projectId', projectId)).toBe(judgesPerProject);
  for (const { judgeId, maxLoad } of judges) expect(count('judgeId', judgeId)).toBeLessThanOrEqual(maxLoad);
  const pairKeys = new Set(pairs.map(({ projectId, judgeId }) => `${projectId} ${judgeId}`));
  expect(pairKeys.size).toBe(pairs.length);
  expect(conflicts.filter(({ projectId, judgeId }) => pairKeys.has(`${projectId} ${judgeId}`))).toEqual([]);
}

const clashesOf = async (of: AssignmentProblem): Promise<unknown> =>
  assignJudges(of, 'SUM', solveInThread, OPTIONS).then(
    () => null,
    (error: unknown) => error,
  );

describe('the assignment of judges', () => {
  it('gives every project its judges within loads and without conflicts', async () => {
    const of = problem({
      conflicts: [{ projectId: 'p1', judgeId: 'j1' }],
      fixed: [{ projectId: 'p2', judgeId: 'j4' }],
    });
    const { pairs, proven } = await assignJudges(of, 'SUM', solveInThread, OPTIONS);
    check(of, pairs);
    expect(pairs).toContainEqual({ projectId: 'p2', judgeId: 'j4' });
    expect(proven).toBe(true);
  });

  it('takes those whose expertise fits best', async () => {
    const expertise = [
      { projectId: 'p1', judgeId: 'j1', points: 3 },
      { projectId: 'p1', judgeId: 'j2', points: 2 },
      { projectId: 'p2', judgeId: 'j1', points: 2 },
    ];
    const of = problem({
      projectIds: ['p1', 'p2'],
      judges: names('j', 3).map((judgeId) => ({ judgeId, maxLoad: 1 })),
      judgesPerProject: 1,
      expertise,
    });
    const { pairs, points, worstPoints } = await assignJudges(of, 'SUM', solveInThread, OPTIONS);
    expect(pairs).toEqual([
      { projectId: 'p1', judgeId: 'j2' },
      { projectId: 'p2', judgeId: 'j1' },
    ]);
    expect({ points, worstPoints }).toEqual({ points: 4, worstPoints: 2 });
  });

  it('raises the worst-off project at the price of the sum, and is not held down by one that nobody knows', async () => {
    const expertise = [
      { projectId: 'p1', judgeId: 'j1', points: 9 },
      { projectId: 'p1', judgeId: 'j2', points: 3 },
      { projectId: 'p2', judgeId: 'j1', points: 4 },
    ];
    const judges = names('j', 3).map((judgeId) => ({ judgeId, maxLoad: 1 }));
    const of = problem({ projectIds: ['p1', 'p2', 'unknown'], judges, judgesPerProject: 1, expertise });
    expect((await assignJudges(of, 'SUM', solveInThread, OPTIONS)).points).toBe(9);
    const fair = await assignJudges(of, 'FAIR', solveInThread, OPTIONS);
    expect(fair.pairs.slice(0, 2)).toEqual([
      { projectId: 'p1', judgeId: 'j2' },
      { projectId: 'p2', judgeId: 'j1' },
    ]);
    expect(fair).toMatchObject({ points: 7, proven: true });
  });

  it('takes as many experts as are wanted', async () => {
    const expertise = ['p1', 'p2'].map((projectId) => ({ projectId, judgeId: 'j4', points: 1 }));
    const of = problem({ projectIds: ['p1', 'p2'], expertsPerProject: 1, expertise });
    const { pairs } = await assignJudges(of, 'SUM', solveInThread, OPTIONS);
    expect(pairs.filter(({ judgeId }) => judgeId === 'j4')).toHaveLength(2);
  });

  it.each([
    [
      'loads that are too small',
      { judges: names('j', 4).map((judgeId) => ({ judgeId, maxLoad: judgeId === 'j1' ? 2 : 3 })) },
      [{ limit: 'LOAD_OF_JUDGE', by: 1 }],
    ],
    [
      'a project in conflict with too many',
      { conflicts: ['j1', 'j2'].map((judgeId) => ({ projectId: 'p1', judgeId })) },
      [{ limit: 'JUDGES_OF_PROJECT', projectId: 'p1', by: 1 }],
    ],
    [
      'a project in conflict with all',
      { conflicts: names('j', 4).map((judgeId) => ({ projectId: 'p1', judgeId })) },
      [{ limit: 'JUDGES_OF_PROJECT', projectId: 'p1', by: 3 }],
    ],
    [
      'a project without an expert',
      {
        expertsPerProject: 1,
        expertise: ['p1', 'p2', 'p4'].map((projectId) => ({ projectId, judgeId: 'j1', points: 1 })),
      },
      [{ limit: 'EXPERTS_OF_PROJECT', projectId: 'p3', by: 1 }],
    ],
  ])('names the limits that clash: %s', async (_, change, clashes) => {
    expect(await clashesOf(problem(change))).toMatchObject({
      code: 'VEN_ASSIGNMENT_INFEASIBLE',
      refusal: { details: { clashes } },
    });
  });

  it('replaces a judge who drops out with the fewest changes, keeping sheets that are locked', async () => {
    const judges = names('j', 5).map((judgeId) => ({ judgeId, maxLoad: 4 }));
    const before = problem({ judges });
    const { pairs } = await assignJudges(before, 'SUM', solveInThread, OPTIONS);
    const [locked, ...open] = pairs.filter(({ judgeId }) => judgeId === pairs[0]?.judgeId);
    if (locked === undefined) throw new Error('the judge has no project');
    const dropped = locked.judgeId;
    const { assignment, added, removed } = await replaceJudge(
      { ...before, fixed: [locked] },
      pairs,
      dropped,
      solveInThread,
      OPTIONS,
    );
    check(before, assignment.pairs);
    expect(assignment.pairs.filter(({ judgeId }) => judgeId === dropped)).toEqual([locked]);
    expect(removed).toEqual(open);
    expect(added).toHaveLength(open.length);
  });

  it('has the answer of trying everything, where that can be tried', async () => {
    const cell = fc.record({ points: fc.nat(3), conflict: fc.nat(5).map((n) => n === 0) });
    const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const pairs = table.flatMap((row, p) =>
          row.map((of, j) => ({ projectId: `p${p + 1}`, judgeId: `j${j + 1}`, ...of })),
        );
        const of = problem({
          projectIds: names('p', 3),
          judges: names('j', 3).map((judgeId) => ({ judgeId, maxLoad: 1 })),
          judgesPerProject: 1,
          expertise: pairs,
          conflicts: pairs.filter(({ conflict }) => conflict),
        });
        const orders = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ];
        const cells = orders.map((order) => order.flatMap((j, p) => table[p]?.[j] ?? []));
        const allowed = cells.filter((row) => row.every(({ conflict }) => !conflict));
        const best = Math.max(...allowed.map((row) => row.reduce((sum, { points }) => sum + points, 0)));
        const found = await assignJudges(of, 'SUM', solveInThread, OPTIONS).then(
          ({ points }) => points,
          () => -Infinity,
        );
        expect(found).toBe(best);
      }),
      { numRuns: 10 },
    );
  });

  it('of 300 projects, 40 judges and 5 a project raises the worst-off far above the most over all', async () => {
    const of = large();
    const sum = await assignJudges(of, 'SUM', solveInThread, OPTIONS);
    const fair = await assignJudges(of, 'FAIR', solveInThread, OPTIONS);
    check(of, sum.pairs);
    check(of, fair.pairs);
    expect(fair.worstPoints).toBeGreaterThan(sum.worstPoints * 2);
    expect(fair.points).toBeLessThanOrEqual(sum.points);
    expect(fair.proven).toBe(true);
  }, 30_000);

  it('stops when its activity is cancelled', async () => {
    const stop = new AbortController();
    const options = { ...OPTIONS, signal: stop.signal };
    const running = assignJudges(large(), 'FAIR', solveInThread, options);
    stop.abort(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    await expect(assignJudges(problem(), 'SUM', solveInThread, options)).rejects.toThrow('cancelled');
  });
});
