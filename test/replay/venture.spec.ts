import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

import { JudgingWorld } from '../support/judging-world.js';
import { EVALUATOR, ORGANISER, SECOND } from '../support/money-people.js';
import { MoneyWorld } from '../support/money-world.js';
import { replayed, wordsOf } from './recorded.js';

jest.setTimeout(120_000);

const PANEL = ['j1', 'j2', 'j3', 'j4', 'j5'];
const STATEMENT = '该项目与往年项目重复';

let judging: JudgingWorld;
let money: MoneyWorld;
beforeAll(async () => {
  [judging, money] = await Promise.all([JudgingWorld.open(), MoneyWorld.open()]);
  for (const name of PANEL) await judging.judge(name, ['DISABILITY']);
}, 120_000);
afterAll(() => Promise.all([judging.close(), money.close()]));

it('the judging of a round and of a project replays, and its histories hold no mark', async () => {
  const round = await judging.round([{}, {}, { class: 'DISPLAY' }], PANEL);
  await judging.assign(round, 5);
  await judging.organise(round, 'drawStageOrder', { word: 'REPLAY' });
  const scored = round.projects.slice(0, 2);
  for (const [place, on] of scored.entries()) {
    await judging.organise(round, 'callToStage', { projectId: on.caseId, minutes: 5 });
    for (const [n, userId] of PANEL.entries()) await judging.lock(round, on, userId, 70.5 + 10 * place + n);
    await judging.organise(round, 'leaveStage');
  }
  await judging.organise(round, 'closeScoring', {}, 'CLOSE_SCORING');
  await judging.until(async () => (await judging.state(round)) === 'RANKED');
  for (const on of scored) await judging.until(async () => (await judging.state(on)) === 'SCORED');

  const [project] = scored;
  if (project === undefined) throw new Error('no project');
  for (const [name, { handle }] of [
    ['venture-round-judged', round],
    ['venture-project-judged', project],
  ] as const) {
    const history = await handle.fetchHistory();
    expect(wordsOf(history)).not.toContain('70.5');
    await replayed(name, history);
  }
});

it('a round from its ranking to its showcase replays, with an objection, a reserve that moves up, a project completed and one terminated', async () => {
  const round = await money.round([{ total: 90 }, { total: 80 }, { total: 70 }], {
    classes: [{ class: 'REGULAR', quota: 2, cap: null, scored: true, fundable: true }],
  });
  const [disputed, completed, terminated] = round.projects;
  if (disputed === undefined || completed === undefined || terminated === undefined) throw new Error('no projects');
  await money.act(round, ORGANISER, 'proposeAwards', {}, 'PROPOSE_AWARDS');
  await money.untilState(terminated, 'RESERVE');
  const objectionId = randomUUID();
  await money.database.rows.objection.create({
    data: {
      ...{ id: objectionId, caseId: round.caseId, notice: 1, subject: disputed.caseId, byUserId: 'citizen' },
      ...{ contact: '张某', statement: STATEMENT, evidenceUploadIds: ['u'], filedAt: new Date() },
    },
  });
  const citizen = { userId: 'citizen', role: 'APPLICANT_USER' as const };
  await money.act(round, citizen, 'objectTo', { notice: 1, subject: disputed.caseId, objectionId });
  await money.act(round, SECOND, 'answerObjection', { result: 'UPHELD', remedy: 'OUT' }, 'ANSWER_OBJECTION');
  await money.skipPast(round, 'PUBLIC_NOTICE');
  await money.untilState(round, 'RANKED');
  await money.untilAll([completed, terminated], (state) => state === 'FUNDED' || state === 'SCORED');
  await money.until(async () => (await money.open(round)).some(({ kind }) => kind === 'PROPOSE_AWARDS'));
  await money.award(round);
  for (const [n, on] of [completed, terminated].entries()) {
    await money.contract(on, n + 1);
    await money.pay(on);
  }
  await money.untilState(round, 'EXECUTION');

  await money.report(completed, 1, 'MID_TERM');
  await money.act(completed, EVALUATOR, 'evaluate', { result: 'PASS' }, 'EVALUATE_MID_TERM');
  await money.pay(completed);
  await money.voucher(completed, 1_000_000);
  await money.report(completed, 1, 'FINAL');
  await money.act(completed, EVALUATOR, 'evaluate', { result: 'PASS', acceptedFen: 1_000_000 }, 'EVALUATE_FINAL');
  await money.until(async () => (await money.open(completed)).some(({ kind }) => kind === 'SIGN_PAYMENT'));
  await money.pay(completed);
  await completed.handle.result();

  await money.act(terminated, ORGANISER, 'terminateProject', { ground: 'BREACH' });
  await money.voucher(terminated, 400_000);
  await money.act(terminated, ORGANISER, 'settleAccounts', { acceptedFen: 400_000 }, 'SETTLE_ACCOUNTS');
  const back = { source: 'LOTTERY_WELFARE_FUND', evidenceUploadId: 'u', fen: 100_000 };
  await money.act(terminated, ORGANISER, 'recordReturn', back, 'RETURN_MONEY');
  await terminated.handle.result();
  await money.untilState(round, 'SHOWCASE');
  await money.act(round, ORGANISER, 'holdShowcase', { heldOn: '2027-12-07' }, 'HOLD_SHOWCASE');
  await round.handle.result();

  const secrets = [STATEMENT, '张某', '公益项目第'];
  for (const [name, { handle }] of [
    ['venture-round-awarded', round],
    ['venture-project-disputed', disputed],
    ['venture-project-completed', completed],
    ['venture-project-terminated', terminated],
  ] as const) {
    const history = await handle.fetchHistory();
    expect(secrets.filter((secret) => wordsOf(history).includes(secret))).toEqual([]);
    await replayed(name, history);
  }
});
