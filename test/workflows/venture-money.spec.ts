import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { awardStore } from '#prisma/stores/venture-money/award.store.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { applicant, AUDITOR, EVALUATOR, FINANCE, ORGANISER, SECOND, SPONSOR } from '../support/money-people.js';
import { type MoneyCase, type MoneyRound, MoneyWorld, type TestProject } from '../support/money-world.js';
import { PRODUCT, workflowCode } from '../support/workflow-code.js';

jest.setTimeout(90_000);

let world: MoneyWorld;
beforeAll(async () => {
  world = await MoneyWorld.open();
}, 120_000);
afterAll(() => world.close());

/** The n-th project of a round. */
function project({ projects }: MoneyRound, n = 0): MoneyCase {
  const found = projects[n];
  if (found === undefined) throw new Error(`no project ${n}`);
  return found;
}

const states = (round: MoneyRound): Promise<string[]> => Promise.all(round.projects.map((on) => world.state(on)));
const one = (change: Partial<RoundConfiguration> = {}): Promise<MoneyRound> => world.round([{ total: 80 }], change);
const two: readonly TestProject[] = [{ total: 90 }, { total: 80 }];
/** One place in the class of the example's applications. */
const onePlace: Partial<RoundConfiguration> = {
  classes: [{ class: 'REGULAR', quota: 1, cap: null, scored: true, fundable: true }],
};

/** A project of 10 000 yuan whose agreement both sides have signed. */
async function contracted(change: Partial<RoundConfiguration> = {}): Promise<MoneyCase> {
  const round = await one(change);
  await world.award(round);
  await world.contract(project(round), 0);
  return project(round);
}

/** From the agreement to the mid-term's result. */
async function evaluated(result: 'PASS' | 'RECTIFY' | 'FAIL'): Promise<MoneyCase> {
  const on = await contracted();
  await world.pay(on);
  await world.report(on, 0, 'MID_TERM');
  await world.act(on, EVALUATOR, 'evaluate', { result }, 'EVALUATE_MID_TERM');
  return on;
}

/** An objection whose words are in the tables, sent to the round. */
async function object(round: MoneyRound, subject: MoneyCase, by = 'citizen'): Promise<void> {
  const { no } = await world.database.rows.publicNotice.findFirstOrThrow({
    where: { caseId: round.caseId },
    orderBy: { no: 'desc' },
  });
  const id = randomUUID();
  await world.database.rows.objection.create({
    data: {
      ...{ id, caseId: round.caseId, notice: no, subject: subject.caseId, byUserId: by, contact: '张某' },
      ...{ statement: '该项目与往年项目重复', evidenceUploadIds: ['u'], filedAt: new Date() },
    },
  });
  const facts = { notice: no, subject: subject.caseId, objectionId: id };
  await world.act(round, { userId: by, role: 'APPLICANT_USER' }, 'objectTo', facts);
}

const answer = (round: MoneyRound, result: 'UPHELD' | 'REJECTED', remedy: 'OUT' | 'AGAIN' = 'OUT') =>
  world.act(round, SECOND, 'answerObjection', { result, remedy }, 'ANSWER_OBJECTION');

/** A deed that the sponsor has signed. */
async function deed(round: MoneyRound, on: MoneyCase, fen: number, more: object = {}): Promise<string> {
  const id = randomUUID();
  await world.database.rows.adoption.create({
    data: {
      ...{ id, roundId: round.caseId, projectId: on.caseId, sponsorId: 'sponsor', mode: 'MONEY', fen, terms: {} },
      ...{ deedHash: '', sponsorSignedBy: SPONSOR.userId, sponsorSignedAt: new Date() },
      ...more,
    },
  });
  return id;
}

describe('the awards of a round', () => {
  it('are proposed by rank, published, and stand when nobody objects', async () => {
    const round = await world.round([{ total: 70 }, { total: 90 }, { total: 50 }], onePlace);

    await world.award(round);

    expect(await states(round)).toEqual(['RESERVE', 'FUNDED', 'NOT_FUNDED']);
    const award = await world.database.rows.award.findUniqueOrThrow({ where: { projectId: project(round, 1).caseId } });
    expect(award).toMatchObject({ outcome: 'FUNDED', fen: 1_000_000n, rank: 1 });
    await world.assertConsistent(round);
  });

  it('are planned with everybody who was ranked, also whose own case has not heard of it yet', async () => {
    const round = await world.round(two);
    const { database } = world;
    const heard = await awardStore(database).draw(round.caseId);
    await database.rows.case.update({ where: { id: project(round).caseId }, data: { state: 'SHORTLISTED' } });

    const early = await awardStore(database).draw(round.caseId);

    expect(early.plan.awards).toHaveLength(2);
    expect(early.hash).toBe(heard.hash);
  });

  it('are refused as another plan than the host saw', async () => {
    const round = await one();
    const asked = world.act(round, ORGANISER, 'proposeAwards', { hash: 'a'.repeat(64) }, 'PROPOSE_AWARDS');

    await expect(asked).rejects.toMatchObject({ code: 'VEN_PLAN_CHANGED' });
    expect(await world.state(round)).toBe('RANKED');
  });

  it('hold only the project that is disputed; the others are funded with the end of the notice', async () => {
    const round = await world.round(two);
    await world.act(round, ORGANISER, 'proposeAwards', {}, 'PROPOSE_AWARDS');
    await world.untilAll(round.projects, (state) => state === 'PROPOSED');
    await object(round, project(round, 1));

    await world.skipPast(round, 'PUBLIC_NOTICE');
    await world.untilState(project(round, 0), 'FUNDED');
    expect(await world.state(project(round, 1))).toBe('PROPOSED');
    expect(await world.state(round)).toBe('PUBLICITY');
    await answer(round, 'REJECTED');

    await world.untilState(project(round, 1), 'FUNDED');
    await world.untilState(round, 'AWARDED');
    await world.assertConsistent(round);
  });

  it('are ranked and published again after an upheld objection; what stands keeps its award', async () => {
    const round = await world.round([{ total: 95 }, { total: 90 }, { total: 80 }], {
      classes: [{ class: 'REGULAR', quota: 2, cap: null, scored: true, fundable: true }],
    });
    await world.act(round, ORGANISER, 'proposeAwards', {}, 'PROPOSE_AWARDS');
    await world.untilState(project(round, 2), 'RESERVE');
    await object(round, project(round, 1));
    await answer(round, 'UPHELD');

    await world.skipPast(round, 'PUBLIC_NOTICE');
    await world.untilState(round, 'RANKED');
    await world.untilState(project(round, 1), 'SCREENED_OUT');
    await world.untilState(project(round, 2), 'SCORED');
    await world.until(async () => (await world.open(round)).some(({ kind }) => kind === 'PROPOSE_AWARDS'));
    await world.award(round);

    expect(await states(round)).toEqual(['FUNDED', 'SCREENED_OUT', 'FUNDED']);
    await world.assertConsistent(round);
  });

  it('move up the next in reserve when somebody declines, after a notice of its own', async () => {
    const round = await world.round(two, onePlace);
    await world.award(round);
    await world.until(async () => (await world.open(project(round))).some(({ kind }) => kind === 'SIGN_AGREEMENT'));

    await world.act(project(round), applicant(0), 'declineAward', {}, 'SIGN_AGREEMENT');
    await world.untilState(project(round, 1), 'PROPOSED');
    expect(await world.state(round)).toBe('AWARDED');
    await world.skipPast(round, 'PUBLIC_NOTICE');
    await world.untilState(project(round, 1), 'FUNDED');
    await world.contract(project(round, 1), 1);

    await world.untilState(round, 'EXECUTION');
    expect(await world.state(project(round))).toBe('DECLINED');
    await world.assertConsistent(round);
  });

  it('are declined by whom who does not sign in time', async () => {
    const round = await one();
    await world.award(round);
    await world.until(async () => (await world.open(project(round))).some(({ kind }) => kind === 'SIGN_AGREEMENT'));

    await world.skipPast(project(round), 'SIGN_AGREEMENT');

    await world.untilState(project(round), 'DECLINED');
  });
});

describe('an adoption (认领)', () => {
  const ofDisplay: TestProject = { form: { class: 'DISPLAY' } };
  const published = async (): Promise<MoneyRound> => {
    const round = await world.round([ofDisplay, { total: 80 }]);
    await world.act(round, ORGANISER, 'proposeAwards', {}, 'PROPOSE_AWARDS');
    await world.untilState(project(round, 1), 'PROPOSED');
    return round;
  };
  const sign = (on: MoneyCase, n: number, deedId: string) => world.act(on, applicant(n), 'signAdoption', { deedId });

  it('funds a project that takes no public money, alone or shared, up to the gap', async () => {
    const round = await published();
    const on = project(round);
    await sign(on, 0, await deed(round, on, 600_000));
    expect(await world.state(on)).toBe('FUNDED');

    await expect(sign(on, 0, await deed(round, on, 400_001))).rejects.toMatchObject({ code: 'VEN_ADOPT_OVER_GAP' });
    await sign(on, 0, await deed(round, on, 400_000));

    const { adopted } = await world.database.rows.project.findUniqueOrThrow({ where: { caseId: on.caseId } });
    expect(adopted).toBe(true);
    await world.assertConsistent(on);
  });

  it('is one adoption when the same deed is signed ten times at once', async () => {
    const round = await published();
    const on = project(round);
    const deedId = await deed(round, on, 1_000_000);

    await Promise.all(Array.from({ length: 10 }, () => sign(on, 0, deedId)));

    const signed = await world.database.rows.adoption.findMany({ where: { projectId: on.caseId, status: 'SIGNED' } });
    expect(signed).toHaveLength(1);
  });

  it('of a project below the floor is refused', async () => {
    const round = await world.round([{ total: 50 }]);
    await world.act(round, ORGANISER, 'proposeAwards', {}, 'PROPOSE_AWARDS');
    await world.untilState(project(round), 'NOT_FUNDED');

    const asked = sign(project(round), 0, await deed(round, project(round), 1000));

    await expect(asked).rejects.toMatchObject({ code: 'VEN_ADOPT_NOT_ELIGIBLE' });
  });

  it('by a sponsor with undisclosed ties to the applicant is refused, disclosed it stands', async () => {
    const round = await published();
    const on = project(round);
    const hidden = await deed(round, on, 1000, { linkedToApplicant: true });
    await expect(sign(on, 0, hidden)).rejects.toMatchObject({ code: 'VEN_SPONSOR_NOT_ELIGIBLE' });

    await sign(on, 0, await deed(round, on, 1000, { linkedToApplicant: true, disclosure: '法定代表人为同一人' }));

    expect(await world.state(on)).toBe('FUNDED');
  });

  it('that is paid in after the agreement is due from that moment', async () => {
    const round = await published();
    const on = project(round);
    const deedId = await deed(round, on, 600_000);
    await sign(on, 0, deedId);
    await world.skipPast(round, 'PUBLIC_NOTICE');
    const due = world.contract(on, 0);
    await world.untilState(on, 'CONTRACTED');

    await world.act(on, ORGANISER, 'confirmAdoption', { deedId, evidenceUploadId: 'u' });

    await due;
    await world.pay(on);
    expect(await world.orders(on)).toMatchObject([{ source: 'ENTERPRISE_ADOPTION', instalment: 1, fen: 300_000 }]);
    await world.assertConsistent(on);
  });

  it('that is withdrawn before paying leaves the project without money; one that was paid stays', async () => {
    const round = await published();
    const on = project(round);
    const first = await deed(round, on, 1000);
    await sign(on, 0, first);
    await world.act(on, SPONSOR, 'withdrawAdoption', { deedId: first });
    await world.untilState(on, 'NOT_FUNDED');

    const second = await deed(round, on, 1000);
    await sign(on, 0, second);
    await world.act(on, ORGANISER, 'confirmAdoption', { deedId: second, evidenceUploadId: 'u' });
    const withdrawn = world.act(on, SPONSOR, 'withdrawAdoption', { deedId: second });

    await expect(withdrawn).rejects.toMatchObject({ code: 'VEN_ADOPT_PAID' });
    await world.assertConsistent(on);
  });
});

describe('an agreement', () => {
  it('is signed by two different people under the very hash that it has', async () => {
    const round = await one();
    await world.award(round);
    const on = project(round);
    await world.until(async () => (await world.open(on)).some(({ kind }) => kind === 'SIGN_AGREEMENT'));
    const wrong = { hash: 'b'.repeat(64) };
    const asked = world.act(on, applicant(0), 'signAgreement', wrong, 'SIGN_AGREEMENT');
    await expect(asked).rejects.toMatchObject({ code: 'VEN_AGREEMENT_CHANGED' });

    const { contentHash: hash } = await world.database.rows.fundingAgreement.findUniqueOrThrow({
      where: { projectId: on.caseId },
    });
    await world.act(on, applicant(0), 'signAgreement', { hash }, 'SIGN_AGREEMENT');
    const both = world.act(
      on,
      { ...ORGANISER, userId: 'applicant-0' },
      'signAgreement',
      { hash },
      'COUNTERSIGN_AGREEMENT',
    );

    await expect(both).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await world.act(on, ORGANISER, 'signAgreement', { hash }, 'COUNTERSIGN_AGREEMENT');
    await world.untilState(on, 'CONTRACTED');
    await world.assertConsistent(on);
  });
});

describe('a payment', () => {
  it('is ordered once, however many sign it at the same moment', async () => {
    const on = await contracted();
    const [task] = (await world.open(on)).filter(({ kind }) => kind === 'SIGN_PAYMENT');

    const people = Array.from({ length: 10 }, (_, n) => ({ ...ORGANISER, userId: `signer-${n}` }));
    const answers = await Promise.allSettled(
      people.map((who) => world.act(on, who, 'signPayment', {}, null, { taskId: task?.id ?? null })),
    );

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refused = answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: 'TASK_NOT_OPEN' });
    const [order, ...others] = await world.orders(on);
    expect(others).toEqual([]);
    expect(order).toMatchObject({ source: 'LOTTERY_WELFARE_FUND', instalment: 1, fen: 500_000 });
    expect(new Set(order?.signers).size).toBe(2);
    expect(await world.state(on)).toBe('EXECUTING');
    await world.assertConsistent(on);
  });

  it('signed by the same person from two sessions at the same moment has one signature, and no order', async () => {
    const on = await contracted();
    const [task] = (await world.open(on)).filter(({ kind }) => kind === 'SIGN_PAYMENT');
    const signing = () => world.act(on, ORGANISER, 'signPayment', {}, null, { taskId: task?.id ?? null });

    const answers = await Promise.allSettled([signing(), signing()]);

    const refused = answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'ALREADY_VOTED' });
    expect(await world.orders(on)).toEqual([]);
  });

  it('waits for the finance beside the organisers, and no longer once the finance has signed', async () => {
    const on = await contracted();
    const waiting = async () =>
      (await world.open(on)).map(({ kind }) => kind).filter((kind) => kind.startsWith('SIGN_PAY'));
    expect(await waiting()).toEqual(['SIGN_PAYMENT', 'SIGN_PAYMENT_FINANCE']);
    const strange = world.act(on, ORGANISER, 'signPayment', {}, 'SIGN_PAYMENT_FINANCE');
    await expect(strange).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });

    await world.act(on, FINANCE, 'signPayment', {}, 'SIGN_PAYMENT_FINANCE');
    expect(await waiting()).toEqual(['SIGN_PAYMENT']);
    const twice = world.act(on, FINANCE, 'signPayment', {}, 'SIGN_PAYMENT');
    await expect(twice).rejects.toMatchObject({ code: 'ALREADY_VOTED' });
    await world.act(on, ORGANISER, 'signPayment', {}, 'SIGN_PAYMENT');

    expect(await waiting()).toEqual([]);
    expect((await world.orders(on)).map(({ signers }) => signers)).toEqual([['finance', 'organiser']]);
    await world.assertConsistent(on);
  });

  it('waits for the organisation’s own account', async () => {
    const round = await one();
    await world.award(round);
    await world.contract(project(round), 0, 'somebody-else');

    const asked = world.act(project(round), ORGANISER, 'signPayment', {}, 'SIGN_PAYMENT');

    await expect(asked).rejects.toMatchObject({
      code: 'VEN_PAYMENT_NOT_READY',
      told: { details: { bars: ['ACCOUNT_NOT_ORGANISATIONS'] } },
    });
  });

  it('is stopped by the auditor alone, and goes on when the auditor lets it', async () => {
    const on = await contracted();
    await expect(world.act(on, ORGANISER, 'freezePayments')).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await world.act(on, AUDITOR, 'freezePayments');
    const asked = world.act(on, ORGANISER, 'signPayment', {}, 'SIGN_PAYMENT');
    await expect(asked).rejects.toMatchObject({ told: { details: { bars: ['FROZEN'] } } });

    await world.act(on, AUDITOR, 'unfreezePayments');
    await world.pay(on);

    expect(await world.orders(on)).toHaveLength(1);
    await world.assertConsistent(on);
  });

  it('is released by a milestone that is named in the schedule, and by no other', async () => {
    const on = await contracted({
      schedule: [
        { percent: 30, release: 'AGREEMENT_SIGNED' },
        { percent: 70, release: 'MILESTONE', milestone: '设备到位' },
      ],
    });
    await world.pay(on);
    const wrong = { milestone: '其他', evidenceUploadId: 'u' };
    const asked = world.act(on, ORGANISER, 'confirmMilestone', wrong);
    await expect(asked).rejects.toMatchObject({ code: 'VEN_PAYMENT_NOT_READY' });

    await world.act(on, ORGANISER, 'confirmMilestone', { milestone: '设备到位', evidenceUploadId: 'u' });
    await world.pay(on);

    expect((await world.orders(on)).map(({ fen }) => fen)).toEqual([300_000, 700_000]);
  });

  it('cannot be ordered a second time in the table either', async () => {
    const on = await contracted();
    await world.pay(on);
    const text = `INSERT INTO "PaymentOrder" SELECT 'other', "projectId", "source", "instalment", "roundId", "fen", "release", "signers", "account", "seq", "orderedAt"
      FROM "PaymentOrder" WHERE "projectId" = $1`;

    await expect(world.database.pool.query(text, [on.caseId])).rejects.toMatchObject({ code: '23505' });
    const remove = world.database.pool.query('DELETE FROM "PaymentOrder" WHERE "projectId" = $1', [on.caseId]);
    await expect(remove).rejects.toMatchObject({ code: 'BJ001' });
  });
});

describe('an execution', () => {
  it('leads over mid-term and closing evaluation to completion, and the round to its showcase', async () => {
    const round = await one();
    await world.award(round);
    const on = project(round);
    await world.contract(on, 0);
    await world.pay(on);
    await world.untilState(round, 'EXECUTION');
    await world.report(on, 0, 'MID_TERM');
    await world.act(on, EVALUATOR, 'evaluate', { result: 'PASS' }, 'EVALUATE_MID_TERM');
    await world.pay(on);
    await world.voucher(on, 1_000_000);
    await world.report(on, 0, 'FINAL');
    await world.act(on, EVALUATOR, 'evaluate', { result: 'PASS', acceptedFen: 1_000_000 }, 'EVALUATE_FINAL');
    await world.untilState(on, 'COMPLETED');
    await world.until(async () => (await world.open(on)).some(({ kind }) => kind === 'SIGN_PAYMENT'));
    await world.pay(on);

    expect((await world.orders(on)).map(({ fen }) => fen)).toEqual([500_000, 300_000, 200_000]);
    await on.handle.result();
    await world.untilState(round, 'SHOWCASE');
    await world.act(round, ORGANISER, 'holdShowcase', { heldOn: '2027-12-07', launchesNext: true }, 'HOLD_SHOWCASE');
    await round.handle.result();
    expect(await world.state(round)).toBe('CLOSED');
    await world.assertConsistent(on);

    const workflowBundle = await workflowCode(PRODUCT);
    for (const { handle } of [round, on])
      await Worker.runReplayHistory({ workflowBundle }, await handle.fetchHistory());
  });

  it('pays no more than the accepted spending, and what was not spent comes back', async () => {
    const on = await evaluated('PASS');
    await world.pay(on);
    await world.voucher(on, 700_000);
    await world.report(on, 0, 'FINAL');
    const over = world.act(on, EVALUATOR, 'evaluate', { result: 'PASS', acceptedFen: 700_001 }, 'EVALUATE_FINAL');
    await expect(over).rejects.toMatchObject({ code: 'VEN_ACCEPTED_OVER_VOUCHERS' });
    await world.act(on, EVALUATOR, 'evaluate', { result: 'PASS', acceptedFen: 700_000 }, 'EVALUATE_FINAL');
    await world.until(async () => (await world.open(on)).some(({ kind }) => kind === 'RETURN_MONEY'));

    const back = { source: 'LOTTERY_WELFARE_FUND', evidenceUploadId: 'u' };
    const tooMuch = world.act(on, ORGANISER, 'recordReturn', { ...back, fen: 100_001 }, 'RETURN_MONEY');
    await expect(tooMuch).rejects.toMatchObject({ code: 'VEN_RETURN_OVER' });
    await world.act(on, ORGANISER, 'recordReturn', { ...back, fen: 40_000 }, 'RETURN_MONEY');
    await world.act(on, ORGANISER, 'recordReturn', { ...back, fen: 60_000 }, 'RETURN_MONEY');
    await on.handle.result();

    expect((await world.orders(on)).map(({ fen }) => fen)).toEqual([500_000, 300_000]);
    expect(await world.state(on)).toBe('COMPLETED');
    await world.assertConsistent(on);
  });

  it('without a mid-term report has failed: terminated, recovered, barred for three years', async () => {
    const on = await contracted();
    await world.pay(on);
    await world.skipPast(on, 'FILE_MID_TERM_REPORT');
    await world.untilState(on, 'TERMINATED');
    await world.voucher(on, 100_000);
    await world.act(on, ORGANISER, 'settleAccounts', { acceptedFen: 100_000 }, 'SETTLE_ACCOUNTS');
    await world.untilState(on, 'RECOVERING');

    const back = { source: 'LOTTERY_WELFARE_FUND', evidenceUploadId: 'u', fen: 400_000 };
    await world.act(on, ORGANISER, 'recordReturn', back, 'RETURN_MONEY');
    await on.handle.result();

    expect(await world.state(on)).toBe('CLOSED_RECOVERED');
    const [barred] = await world.database.rows.barredApplicant.findMany({ where: { projectId: on.caseId } });
    expect(barred?.until.getUTCFullYear()).toBe((barred?.from.getUTCFullYear() ?? 0) + 3);
    await world.assertConsistent(on);
  });

  it('is looked at a second time after rectification, and not a third', async () => {
    const on = await evaluated('RECTIFY');
    expect(await world.state(on)).toBe('EXECUTING');
    await world.report(on, 0, 'MID_TERM');
    await world.act(on, EVALUATOR, 'evaluate', { result: 'RECTIFY' }, 'RECHECK_PROJECT');

    await world.untilState(on, 'TERMINATED');
    const kinds = await world.database.rows.projectEvaluation.findMany({
      where: { projectId: on.caseId },
      orderBy: { no: 'asc' },
    });
    expect(kinds.map(({ kind, result }) => `${kind} ${result}`)).toEqual(['MID_TERM RECTIFY', 'SECOND_CHECK FAIL']);
  });

  it('is not evaluated by a judge of the round', async () => {
    const on = await contracted();
    await world.pay(on);
    await world.report(on, 0, 'MID_TERM');

    const asked = world.act(on, { ...EVALUATOR, userId: 'j1' }, 'evaluate', { result: 'PASS' }, 'EVALUATE_MID_TERM');

    await expect(asked).rejects.toMatchObject({ code: 'VEN_EVALUATOR_WAS_JUDGE' });
  });

  it('is extended once, with approval, and small shifts of the budget are free', async () => {
    const on = await contracted();
    const ask = async (kind: string, change: object): Promise<string> => {
      const id = randomUUID();
      const data = { id, projectId: on.caseId, kind, change: { kind, ...change }, status: 'WRITTEN' };
      await world.database.rows.changeRequest.create({ data: { ...data, askedBy: 'a', askedAt: new Date() } });
      await world.act(on, applicant(0), 'requestChange', { changeId: id });
      return id;
    };
    const status = async (id: string) =>
      (await world.database.rows.changeRequest.findUniqueOrThrow({ where: { id } })).status;
    const free = await ask('BUDGET', {
      lines: [
        { line: 0, newFen: 956_000 },
        { line: 1, newFen: 44_000 },
      ],
    });
    expect(await status(free)).toBe('APPLIED');
    const large = await ask('BUDGET', {
      lines: [
        { line: 0, newFen: 955_999 },
        { line: 1, newFen: 44_001 },
      ],
    });
    expect(await status(large)).toBe('REQUESTED');
    await world.act(on, ORGANISER, 'decideChange', { verdict: 'REFUSE' }, 'DECIDE_CHANGE');
    expect(await status(large)).toBe('REFUSED');

    await expect(ask('EXTENSION', { months: 4 })).rejects.toMatchObject({ code: 'VEN_CHANGE_NOT_ALLOWED' });
    await ask('EXTENSION', { months: 3 });
    await world.act(on, ORGANISER, 'decideChange', { verdict: 'AGREE' }, 'DECIDE_CHANGE');

    await expect(ask('EXTENSION', { months: 1 })).rejects.toMatchObject({ code: 'VEN_CHANGE_NOT_ALLOWED' });
    await world.assertConsistent(on);
  });

  it('is terminated by the host before anything was paid, with nothing to come back', async () => {
    const on = await contracted();

    await world.act(on, ORGANISER, 'terminateProject', { ground: 'APPLICANT_ENDED' });
    await on.handle.result();

    expect(await world.state(on)).toBe('TERMINATED');
    expect(await world.database.rows.barredApplicant.count({ where: { projectId: on.caseId } })).toBe(0);
    await world.assertConsistent(on);
  });
});
