import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { Worker } from '@temporalio/worker';

import { exportSheets, verifySheets } from '#domain/venture-round/verify-sheets.js';
import { rankingStore } from '#prisma/stores/venture-judging/ranking.store.js';
import { diagnosisStore } from '#prisma/stores/venture-judging/diagnosis.store.js';
import { stageStore } from '#prisma/stores/venture-judging/stage.store.js';
import { type JudgedCase, type JudgedRound, marksOf } from '../support/judged-rounds.js';
import { HOST, JudgingWorld } from '../support/judging-world.js';
import { sha256 } from '../support/sha256.js';
import { PRODUCT, workflowCode } from '../support/workflow-code.js';

jest.setTimeout(60_000);

let world: JudgingWorld;
const JUDGES = ['j1', 'j2', 'j3', 'j4', 'j5', 'j6', 'j7'];
const PANEL = JUDGES.slice(0, 5);

beforeAll(async () => {
  world = await JudgingWorld.open();
  for (const name of JUDGES) await world.judge(name, ['DISABILITY']);
}, 120_000);
afterAll(() => world.close());

/** The n-th project of a round. */
function project(round: JudgedRound, n: number): JudgedCase {
  const found = round.projects[n];
  if (found === undefined) throw new Error(`no project ${n}`);
  return found;
}

/** Every judge of the panel locks a sheet of the total that `of` says. */
async function lockAll(round: JudgedRound, on: JudgedCase, of: (judge: number) => number): Promise<void> {
  for (const [n, userId] of PANEL.entries()) await world.lock(round, on, userId, of(n));
}

const close = (round: JudgedRound) => world.organise(round, 'closeScoring', {}, 'CLOSE_SCORING');

describe('a round that is scored online', () => {
  it('goes from an assignment to a ranking, and its projects learn that they are scored or shown', async () => {
    const round = await world.round([{}, {}, { class: 'DISPLAY' }], PANEL);
    await world.assign(round, 5);
    const totals = [88, 91, 79.5, 95, 84];
    await lockAll(round, project(round, 0), (n) => totals[n] ?? 0);
    await lockAll(round, project(round, 1), () => 70);

    await close(round);

    const ranking = await rankingStore(world.database).inForce(round.caseId);
    const ranked = ranking?.rankings.flatMap((one) => one.ranked) ?? [];
    expect(ranked.map(({ projectId, rank, score }) => ({ projectId, rank, score }))).toEqual([
      { projectId: project(round, 0).caseId, rank: 1, score: '87.67' },
      { projectId: project(round, 1).caseId, rank: 2, score: '70.00' },
    ]);
    await world.until(async () => (await world.state(project(round, 1))) === 'SCORED');
    await world.until(async () => (await world.state(project(round, 2))) === 'SHOWN');
  });

  it('is not closed while a project lacks sheets', async () => {
    const round = await world.round([{}, {}], PANEL);
    await world.assign(round, 5);
    await lockAll(round, project(round, 0), () => 80);

    const refused = close(round);

    await expect(refused).rejects.toMatchObject({ code: 'VEN_SHEETS_MISSING' });
    await expect(refused).rejects.toMatchObject({
      told: { details: { projects: [{ projectId: project(round, 1).caseId, valid: 0 }] } },
    });
    expect(await world.state(round)).toBe('SCORING');
  });

  it('locks a sheet once, however often and by however many requests it is asked', async () => {
    const round = await world.round([{}], PANEL);
    await world.assign(round, 5);
    const on = project(round, 0);

    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => world.lock(round, on, 'j1', 80)));

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const entries = await world.database.rows.sheetChainEntry.count({ where: { roundId: round.caseId } });
    expect(entries).toBe(1);
  });

  it('gives the same request the same answer', async () => {
    const round = await world.round([{}], PANEL);
    await world.assign(round, 5);

    const first = await world.lock(round, project(round, 0), 'j1', 80, 'the-same-request');
    const again = await world.lock(round, project(round, 0), 'j1', 80, 'the-same-request');

    expect(again).toEqual(first);
  });

  it('chains the sheets that one judge locks at the same moment on ten projects one after another', async () => {
    const round = await world.round(
      Array.from({ length: 10 }, () => ({})),
      PANEL,
    );
    await world.assign(round, 5);

    await Promise.all(round.projects.map((on) => world.lock(round, on, 'j2', 75)));

    const chains = await rankingStore(world.database).chains(round.caseId);
    expect(chains.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
    expect(verifySheets(exportSheets(round.caseId, chains, sha256), sha256)).toEqual([]);
  });

  it('takes no more locks after scoring was closed', async () => {
    const round = await world.round([{}], [...PANEL, 'j6']);
    await world.assign(round, 6);
    await lockAll(round, project(round, 0), () => 80);
    await close(round);

    await expect(world.lock(round, project(round, 0), 'j6', 80)).rejects.toMatchObject({ code: /CONFLICT|NOT_OPEN/ });
  });

  it('ranks the same sheets to the same bytes again', async () => {
    const round = await world.round([{}, {}, {}], PANEL);
    await world.assign(round, 5);
    for (const [n, on] of round.projects.entries()) await lockAll(round, on, (judge) => 70 + n + judge / 2);
    await close(round);
    const store = rankingStore(world.database);
    const before = await store.inForce(round.caseId);

    const again = await store.rankAgain({ roundId: round.caseId, seq: 99, at: Date.now(), vote: null });

    expect(again.resultHash).toBe(before?.resultHash);
  });

  it('leaves a tie to the panel, whose vote puts it in order', async () => {
    const round = await world.round([{}, {}], PANEL);
    await world.assign(round, 5);
    for (const on of round.projects) await lockAll(round, on, () => 80);
    await close(round);
    const store = rankingStore(world.database);
    const [first, second] = round.projects.map(({ caseId }) => caseId);
    const tied = (await store.inForce(round.caseId))?.rankings.flatMap(({ undecided }) => undecided);
    expect(tied).toEqual([[first, second].sort()]);

    await expect(world.organise(round, 'recordPanelVote', { order: [first, 'another'] })).rejects.toMatchObject({
      code: 'VEN_VOTE_INVALID',
    });
    await world.organise(round, 'recordPanelVote', { order: [second, first] });

    const ranked = (await store.inForce(round.caseId))?.rankings.flatMap((one) => one.ranked);
    expect(ranked?.map(({ projectId, rank }) => [projectId, rank])).toEqual([
      [second, 1],
      [first, 2],
    ]);
  });

  it('computes diagnostics beside the result', async () => {
    const round = await world.round([{}, {}, {}, {}], PANEL);
    await world.assign(round, 5);
    for (const [n, on] of round.projects.entries()) await lockAll(round, on, (judge) => 65 + 5 * n + judge);
    const { seq } = await close(round);
    const store = diagnosisStore(world.database);

    await world.until(async () => (await store.find(round.caseId, seq)) !== null);

    expect(await store.find(round.caseId, seq)).toMatchObject({
      reliability: { W: { value: 1 } },
      withoutJudge: PANEL.map(() => ({ lost: [], gained: [] })),
    });
  });
});

describe('judges of a round', () => {
  it('are replaced with the fewest changes when one steps back', async () => {
    const round = await world.round([{}, {}], [...PANEL, 'j6']);
    await world.assign(round, 5);
    const before = await world.database.rows.judgeAssignment.findMany({ where: { roundId: round.caseId } });
    const gone = before[0]?.judgeId ?? '';
    const had = before.filter(({ judgeId }) => judgeId === gone).length;

    const jobId = await world.job(round, { judgesPerProject: 5, replace: gone });
    await world.organise(round, 'acceptAssignment', { jobId });

    const after = await world.database.rows.judgeAssignment.findMany({ where: { roundId: round.caseId } });
    expect(after.filter(({ status }) => status === 'ACTIVE')).toHaveLength(10);
    expect(after.filter(({ status }) => status === 'REPLACED')).toHaveLength(had);
    expect(after.filter(({ judgeId, status }) => judgeId === gone && status === 'ACTIVE')).toEqual([]);
    await world.until(async () => (await world.openScores(round)) === 10);
  });

  it('learn which limits clash when there are too few of them', async () => {
    const round = await world.round([{}], PANEL.slice(0, 3));

    const jobId = await world.job(round, { judgesPerProject: 5 });

    const job = await world.database.rows.assignmentJob.findUniqueOrThrow({ where: { id: jobId } });
    expect(job.status).toBe('FAILED');
    expect(job.refusal).toMatchObject({ code: 'VEN_ASSIGNMENT_INFEASIBLE', details: { clashes: [{ by: 2 }] } });
  });

  it('step back from a project: the sheet does not exist, and a new assignment leaves them out', async () => {
    const round = await world.round([{}], [...PANEL, 'j6']);
    await world.assign(round, 5);
    const on = project(round, 0);
    const [task] = (await world.tasks(on)).filter(({ kind }) => kind === 'SCORE');
    const userId = task?.assigneeKey.replace('user:', '') ?? '';

    await world.act(on, { userId, role: 'JUDGE', unitId: null }, 'recuseJudge', { ground: 'INTEREST' }, 'SCORE');
    await world.assign(round, 5);

    const { judgeId = '' } = round.judges.find((judge) => judge.userId === userId) ?? {};
    const mine = await world.database.rows.judgeAssignment.findMany({ where: { judgeId, roundId: round.caseId } });
    expect(mine.map(({ status }) => status)).toEqual(['RECUSED']);
    expect(await world.pairs(round)).toBe(5);
  });
});

describe('unlocking', () => {
  const auditor = { userId: 'auditor', role: 'SUPERVISOR_AUDITOR', unitId: HOST } as const;

  it('needs the organiser and the auditor, two different people, and stays in the chain', async () => {
    const round = await world.round([{}], PANEL);
    await world.assign(round, 5);
    const on = project(round, 0);
    await lockAll(round, on, () => 80);
    const judgeId = round.judges[0]?.judgeId ?? '';

    await world.organise(on, 'askUnlock', { judgeId });
    const same = { ...auditor, userId: 'organiser' };
    await expect(world.act(on, same, 'unlockSheet', { verdict: 'AGREE' }, 'UNLOCK_SHEET')).rejects.toMatchObject({
      code: 'RECUSAL_REQUIRED',
    });
    await world.act(on, auditor, 'unlockSheet', { verdict: 'AGREE' }, 'UNLOCK_SHEET');
    await expect(close(round)).rejects.toMatchObject({ code: 'VEN_SHEETS_MISSING' });
    await world.lock(round, on, 'j1', 90);
    await close(round);

    const kinds = await world.database.rows.sheetChainEntry.findMany({ where: { judgeId, roundId: round.caseId } });
    expect(kinds.map(({ payload }) => /"kind":"(\w+)"/.exec(payload)?.[1])).toEqual(['LOCK', 'UNLOCK', 'LOCK']);
    const chains = await rankingStore(world.database).chains(round.caseId);
    const root = (await rankingStore(world.database).root(round.caseId)) ?? '';
    expect(verifySheets(exportSheets(round.caseId, chains, sha256), sha256, root)).toEqual([]);
  });
});

describe('a round that is judged on stage', () => {
  it('draws the order once, has one project on stage, and shows a result when all have locked', async () => {
    const round = await world.round([{}, {}, {}], PANEL);
    await world.assign(round, 5);
    await world.organise(round, 'drawStageOrder', { word: '2026' });
    await expect(world.organise(round, 'drawStageOrder')).rejects.toMatchObject({ code: 'VEN_STAGE_ORDER_DRAWN' });
    const hall = async () => stageStore(world.database).hall(round.caseId);
    const order = (await hall())?.slots.map(({ projectId }) => projectId) ?? [];
    const first = round.projects.find(({ caseId }) => caseId === order[0]);
    const second = round.projects.find(({ caseId }) => caseId === order[1]);
    if (first === undefined || second === undefined) throw new Error('no order was drawn');

    await expect(world.lock(round, first, 'j1', 80)).rejects.toMatchObject({ code: 'VEN_NOT_ON_STAGE' });
    await world.organise(round, 'callToStage', { projectId: first.caseId, minutes: 8 });
    await expect(world.organise(round, 'callToStage', { projectId: second.caseId, minutes: 8 })).rejects.toMatchObject({
      code: 'VEN_STAGE_BUSY',
    });
    for (const userId of PANEL.slice(0, 4)) await world.lock(round, first, userId, 80);
    const waiting = (await hall())?.slots[0];
    await world.lock(round, first, 'j5', 90);
    const shown = (await hall())?.slots[0];
    await world.organise(round, 'leaveStage');

    expect(waiting).toMatchObject({ locked: 4, judges: 5, result: null });
    expect(shown).toMatchObject({ locked: 5, result: { score: '80.00', rank: 1 } });
    expect((shown?.endsAt ?? 0) - (shown?.calledAt ?? 0)).toBe(8 * 60_000);
    expect((await hall())?.onStage).toBeNull();
  });
});

it('does the same again when its history is replayed', async () => {
  const round = await world.round([{}, {}], PANEL);
  await world.assign(round, 5);
  await world.organise(round, 'drawStageOrder', { word: 'REPLAY' });
  for (const on of round.projects) {
    await world.organise(round, 'callToStage', { projectId: on.caseId, minutes: 1 });
    await lockAll(round, on, (judge) => 70 + judge);
    await world.organise(round, 'leaveStage');
  }
  await close(round);
  const workflowBundle = await workflowCode(PRODUCT);

  for (const { handle } of [round, ...round.projects])
    await Worker.runReplayHistory({ workflowBundle }, await handle.fetchHistory());
});

it('keeps marks out of every history and ledger', async () => {
  const round = await world.round([{}], PANEL);
  await world.assign(round, 5);
  await lockAll(round, project(round, 0), () => 74.5);
  const { caseId, handle } = project(round, 0);

  const history = wordsIn(await handle.fetchHistory());
  const ledger = JSON.stringify(await world.database.rows.ledgerEntry.findMany({ where: { caseId } }));
  const acts = JSON.stringify(await world.database.rows.actRequest.findMany({ where: { caseId } }));

  for (const text of [history, ledger, acts]) expect(text).not.toMatch(/halves|feasibility|innovation|评语/i);
  expect(history).toContain('lockSheet');
});

/** Everything that a history holds, its payloads decoded. */
function wordsIn(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(wordsIn).join('\n');
}

it('marks of the tests add up', () => {
  expect(Object.values(marksOf(79.5)).reduce((sum, half) => sum + half, 0)).toBe(159);
});
