import { randomUUID } from 'node:crypto';

import { applicantOf, memberOf, ORG, personOf, UNIT, USER } from '#prisma/demonstration/handles.js';
import { caseView, workflowIdOf } from '#workflows/steps/contract.js';
import { replayed } from '../replay/recorded.js';
import { agree, Office, refused } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

const REASONS = '材料不齐,请补充理事会决议后重新提交。';
const CLERK = applicantOf(ORG.eligible);

describe('an act', () => {
  let caseNo: string;
  beforeAll(async () => {
    caseNo = await office.submit(ORG.eligible, 4);
  }, 30_000);

  it('on a case of somebody else finds no case', async () => {
    const stranger = applicantOf(ORG.threeMembers);
    const body = { kind: 'urge' };

    expect(await office.get(stranger, `/cases/${caseNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(stranger, `/cases/${caseNo}/timeline`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(stranger, `/cases/${caseNo}/papers`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.post(stranger, `/cases/${caseNo}/acts`, body)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.post(USER.xiuzhouSigner, `/cases/${caseNo}/acts`, body)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.post(CLERK, '/cases/M01-511000-2020-99999/acts', body)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.post(CLERK, '/cases/%00/acts', body)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(CLERK, '/cases/nonsense')).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it.each([
    [{ kind: 'nothing' }, 'FIELD_INVALID'],
    [{ kind: 'renew', facts: { successor: { caseNo: 'x' } } }, 'FIELD_INVALID'],
    [{ kind: 'membersChanged', facts: {} }, 'FIELD_INVALID'],
    [{ kind: 'accept', facts: { colour: 'red' } }, 'FIELD_INVALID'],
    [{ kind: 'accept', colour: 'red' }, 'FIELD_INVALID'],
    [{ kind: 'verify', facts: { method: 3 } }, 'FIELD_INVALID'],
    [{ kind: 'verify' }, 'FIELD_INVALID'],
    [{ kind: 'accept', seenSeq: -1 }, 'FIELD_INVALID'],
    [{ kind: 'accept', opinion: '同意\u0000' }, 'FIELD_INVALID'],
    [{ kind: 'urge', attachments: ['upload-of-nobody'] }, 'FIELD_INVALID'],
  ])('of the form %j is refused as malformed', async (body, code) => {
    expect(await office.post(USER.neijiangIntake, `/cases/${caseNo}/acts`, body)).toMatchObject(refused(400, code));
  });

  it('without a key, a session or a second factor is refused', async () => {
    const server = `/cases/${caseNo}/acts`;
    const { status, body } = await office.post(USER.neijiangIntake, server, { kind: 'urge' }, 'short');

    expect({ status, code: String(body.code) }).toEqual({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
    await office.database.rows.session.updateMany({
      where: { userId: USER.neijiangReviewer },
      data: { secondFactorAt: null },
    });
    await office.signIn(USER.neijiangLeader);
    const { count } = await office.database.rows.session.updateMany({
      where: { userId: USER.neijiangLeader },
      data: { secondFactorAt: null },
    });
    expect(count).toBeGreaterThan(0);
    expect(await office.act(USER.neijiangLeader, caseNo, 'accept', 'INTAKE')).toMatchObject(
      refused(403, 'TWO_FACTOR_REQUIRED'),
    );
  });

  it('that the state does not allow is refused with state and event', async () => {
    const answer = await office.act(USER.neijiangSigner, caseNo, 'reply', 'INTAKE', agree());

    expect(answer).toMatchObject({
      ...refused(409, 'CASE_STATE_CONFLICT'),
      body: { details: { state: 'SUBMITTED', event: 'reply' } },
    });
    expect(await office.act(USER.neijiangIntake, caseNo, 'vote', null, { facts: { verdict: 'AGREE' } })).toMatchObject(
      refused(409, 'CASE_STATE_CONFLICT'),
    );
  });

  it('on a version that is not the present one is refused', async () => {
    expect(await office.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE', { seenSeq: 0 })).toMatchObject(
      refused(409, 'VERSION_CONFLICT'),
    );
  });

  it('by somebody who left the organisation a year ago is refused, and may be handed on', async () => {
    expect(await office.act(USER.neijiangRecused, caseNo, 'accept', 'INTAKE')).toMatchObject(
      refused(403, 'RECUSAL_REQUIRED'),
    );
    const { body } = await office.get(USER.neijiangRecused, `/cases/${caseNo}/actions`);
    expect(JSON.stringify(body).match(/"kind":"(recuse|transfer|urge|copy|accept|supplement|claim)"/g)).toEqual([
      '"kind":"recuse"',
      '"kind":"transfer"',
      '"kind":"urge"',
      '"kind":"copy"',
    ]);
  });

  it('by a deputy is refused where the principal has ties, and where the deputy has', async () => {
    const day = 86_400_000;
    const span = { from: new Date(Date.now() - day), to: new Date(Date.now() + day) };
    const deputy = USER.neijiangUnauthorised;
    const none = { matters: [], ...span };
    await office.database.rows.deputation.createMany({
      data: [{ id: randomUUID(), principalId: USER.neijiangRecused, deputyId: deputy, ...none }],
    });

    expect(await office.act(deputy, caseNo, 'accept', 'INTAKE')).toMatchObject(refused(403, 'RECUSAL_REQUIRED'));
    await office.database.rows.deputation.deleteMany({});
  });

  it('that hands a task to somebody who cannot take it is refused', async () => {
    const transfer = (to: object) => office.act(USER.neijiangIntake, caseNo, 'transfer', 'INTAKE', { facts: { to } });

    expect(await transfer({ userId: 'user-nobody' })).toMatchObject({
      ...refused(422, 'ASSIGNEE_UNFIT'),
      body: { details: { ground: 'UNKNOWN' } },
    });
    expect(await transfer({ userId: CLERK })).toMatchObject({ body: { details: { ground: 'NO_ROLE' } } });
    expect(await transfer({ userId: USER.neijiangRecused })).toMatchObject({
      body: { details: { ground: 'LINKED_TO_ORGANISATION' } },
    });
    expect(await transfer({ unitId: UNIT.neijiangCivilAffairs, role: 'TWO_NEW_APPROVER' })).toMatchObject({
      body: { details: { ground: 'NOBODY_THERE' } },
    });
  });

  it('that asks for a supplement without reasons is refused', async () => {
    const facts = { items: ['COUNCIL_RESOLUTION'] };

    expect(await office.act(USER.neijiangIntake, caseNo, 'supplement', 'INTAKE', { facts })).toMatchObject(
      refused(422, 'REASONS_REQUIRED'),
    );
    expect(
      await office.act(USER.neijiangIntake, caseNo, 'supplement', 'INTAKE', { facts, opinion: '  太短  ' }),
    ).toMatchObject(refused(422, 'REASONS_REQUIRED'));
  });

  it('leaves a trace when it is refused', async () => {
    const { id } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
    const codes = await office.database.rows.refusedAct.findMany({ where: { caseId: id } });

    expect(new Set(codes.map(({ code }) => code))).toEqual(
      new Set([
        'FIELD_INVALID',
        'TWO_FACTOR_REQUIRED',
        'CASE_STATE_CONFLICT',
        'VERSION_CONFLICT',
        'RECUSAL_REQUIRED',
        'ASSIGNEE_UNFIT',
        'REASONS_REQUIRED',
      ]),
    );
    expect(await office.decisions(caseNo)).toBe(0);
  });

  it('with the same Idempotency-Key is taken once and answered alike; with another body it is a mistake', async () => {
    const key = randomUUID();
    const facts = { items: ['COUNCIL_RESOLUTION'] };
    const body = { kind: 'supplement', taskId: await office.taskOf(caseNo, 'INTAKE'), facts, opinion: REASONS };
    const send = (more: object = {}) =>
      office.post(USER.neijiangIntake, `/cases/${caseNo}/acts`, { ...body, ...more }, key);

    const answers = [...(await Promise.all([send(), send()])), await send()];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[2]?.body).toEqual(answers[0]?.body);
    expect(await office.decisions(caseNo)).toBe(1);
    expect(await send({ opinion: `${REASONS}又及。` })).toMatchObject(refused(422, 'IDEMPOTENCY_KEY_REUSED'));
  });

  it('hands the form in again as its next version, judged like a submission', async () => {
    const short = await office.form(ORG.eligible, 2);
    const whole = await office.form(ORG.eligible, 3);

    expect(await office.act(CLERK, caseNo, 'resubmit', 'SUPPLEMENT', { form: short })).toMatchObject(
      refused(422, 'TPO_MEMBERS_LT_3'),
    );
    expect(await office.post(CLERK, `/cases/${caseNo}/acts`, { kind: 'resubmit', form: whole })).toMatchObject(
      refused(409, 'TASK_NOT_OPEN'),
    );
    expect(await office.act(CLERK, caseNo, 'resubmit', 'SUPPLEMENT', { form: whole })).toMatchObject({
      status: 200,
      body: { state: 'SUBMITTED' },
    });
    expect(await office.get(CLERK, `/cases/${caseNo}`)).toMatchObject({ body: { form: { version: 2 } } });
  });

  it('is told to be possible before it is done, with the schema of its facts', async () => {
    const { body } = await office.get(USER.neijiangIntake, `/cases/${caseNo}/actions`);

    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'accept', zh: '受理', reasons: 'NEVER', taskId: expect.any(String) }),
        expect.objectContaining({
          kind: 'supplement',
          reasons: 'ALWAYS',
          facts: expect.objectContaining({ required: ['items'] }),
        }),
      ]),
    );
    expect(await office.get(USER.neijiangAuditor, `/cases/${caseNo}/actions`)).toMatchObject({ body: { items: [] } });
  });

  it('on a closed case is refused with its state, but the one that closed it keeps its answer', async () => {
    const key = randomUUID();
    const withdraw = () => office.post(CLERK, `/cases/${caseNo}/acts`, { kind: 'withdraw' }, key);
    const first = await withdraw();

    expect(first).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect(await withdraw()).toMatchObject({ status: 200, body: first.body });
    expect(await office.post(CLERK, `/cases/${caseNo}/acts`, { kind: 'withdraw' })).toMatchObject({
      ...refused(409, 'CASE_STATE_CONFLICT'),
      body: { details: { state: 'WITHDRAWN', event: 'withdraw' } },
    });
    expect(await office.get(CLERK, `/cases/${caseNo}/actions`)).toMatchObject({ body: { items: [] } });
  });
});

describe('a decision', () => {
  it('is one decision for ten who sign at the same time; nine are refused cleanly', async () => {
    const caseNo = await office.submit(ORG.threeMembers, 3);
    const taskId = await office.taskOf(caseNo, 'INTAKE');
    const officials = [USER.neijiangIntake, USER.neijiangReviewer, USER.neijiangSigner, USER.neijiangFiling];
    const crowd = Array.from({ length: 10 }, (_, index) => officials[index % officials.length] ?? USER.neijiangIntake);
    await office.database.rows.session.deleteMany({ where: { userId: USER.neijiangReviewer } });
    office.forget(USER.neijiangReviewer);
    await Promise.all(officials.map((userId) => office.signIn(userId)));

    const answers = await Promise.all(
      crowd.map((userId) => office.post(userId, `/cases/${caseNo}/acts`, { kind: 'accept', taskId })),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await office.decisions(caseNo)).toBe(1);
  }, 30_000);

  it('is made by a deputy for the principal, and the story says so', async () => {
    const day = 86_400_000;
    const span = { from: new Date(Date.now() - day), to: new Date(Date.now() + day) };
    const deputy = USER.neijiangUnauthorised;
    const caseNo = await office.submitApproval(USER.neijiangIntake, UNIT.neijiangWorkCommittee, [USER.neijiangSigner]);
    const vote = () => office.act(deputy, caseNo, 'vote', 'SIGN', { facts: { verdict: 'AGREE' } });

    expect(await vote()).toMatchObject(refused(404, 'NOT_FOUND'));
    const data = { id: randomUUID(), principalId: USER.neijiangSigner, deputyId: deputy, matters: [], ...span };
    await office.database.rows.deputation.create({ data });
    expect(await vote()).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
    const { body } = await office.get(USER.neijiangSigner, `/cases/${caseNo}/timeline`);
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'vote',
          verdict: 'AGREE',
          actor: expect.objectContaining({ userId: deputy }),
          onBehalfOf: expect.objectContaining({ userId: USER.neijiangSigner }),
        }),
      ]),
    );
  }, 30_000);
});

describe('a page about a case', () => {
  it('shows form, people with masked numbers, tasks, limits, parties and the picture of the process', async () => {
    const caseNo = await office.submit(ORG.withdrawn, 4);

    const { body } = await office.get(USER.neijiangIntake, `/cases/${caseNo}`);

    expect(body).toMatchObject({
      state: { slug: 'SUBMITTED', zh: '已提交' },
      matter: { code: 'M01' },
      organisation: { name: '内江市百合营养健康促进会' },
      tasks: [
        { kind: 'INTAKE', zh: '受理审查', dueAt: expect.any(String), assignee: { unitId: UNIT.neijiangWorkCommittee } },
      ],
    });
    expect(body.parties).toEqual(expect.arrayContaining([expect.objectContaining({ part: 'FILING' })]));
    expect(body.people).toHaveLength(4);
    expect(JSON.stringify(body.people)).toMatch(/"idNo":"\d{4}\*{10}\d{3}[\dX]"/);
    expect(body.process).toMatchObject({
      transitions: expect.arrayContaining([{ from: 'SUBMITTED', event: 'accept', to: 'ACCEPTED' }]),
    });
    expect(body).toMatchObject({ form: { version: 1, data: { secretary: personOf(ORG.withdrawn, 0) } } });
  }, 30_000);

  it('keeps opinions of officials among officials', async () => {
    const caseNo = await office.submitApproval(USER.neijiangIntake, UNIT.neijiangWorkCommittee, [USER.neijiangSigner]);
    await office.must(
      office.act(USER.neijiangSigner, caseNo, 'copy', null, {
        facts: { to: [{ userId: memberOf(ORG.eligible, 0) }] },
        opinion: '请知悉此事的内部意见。',
      }),
    );

    const { body } = await office.get(memberOf(ORG.eligible, 0), `/cases/${caseNo}/timeline`);

    expect(JSON.stringify(body)).toContain('"kind":"copy"');
    expect(JSON.stringify(body)).not.toContain('内部意见');
  }, 30_000);
});

describe('while Temporal is away', () => {
  let away: Office;
  beforeAll(async () => {
    away = await Office.open({ temporalAddress: '127.0.0.1:1', withoutWorker: true });
  }, 60_000);
  afterAll(() => away.close());

  it('a submission is kept and said to be repeated; reading still answers; the same key finds the case', async () => {
    const draft = await away.draft(ORG.eligible, await away.form(ORG.eligible, 4));
    const key = randomUUID();

    const answer = await away.post(CLERK, `/drafts/${draft}/submission`, {}, key);
    const again = await away.post(CLERK, `/drafts/${draft}/submission`, {}, key);

    expect(answer).toMatchObject(refused(503, 'TEMPORAL_AWAY'));
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(again).toMatchObject(refused(503, 'TEMPORAL_AWAY'));
    const { caseNo } = await away.database.rows.case.findFirstOrThrow();
    expect(await away.database.rows.case.count()).toBe(1);
    expect((await away.get(CLERK, `/cases/${caseNo}`)).status).toBe(200);
    expect((await away.get(CLERK, '/cases?box=started')).body.items).toHaveLength(1);
    expect(await away.post(CLERK, `/cases/${caseNo}/acts`, { kind: 'urge' })).toMatchObject(
      refused(503, 'TEMPORAL_AWAY'),
    );
    expect(await away.database.rows.refusedAct.count()).toBe(0);
  }, 60_000);

  it('an approval is received with its task; the decision waits', async () => {
    const caseNo = await away.submitApproval(USER.xiuzhouIntake, UNIT.xiuzhouWorkCommittee, [USER.xiuzhouSigner]);

    expect((await away.get(USER.xiuzhouSigner, '/tasks')).body.items).toMatchObject([{ caseNo }]);
    expect(await away.act(USER.xiuzhouSigner, caseNo, 'vote', 'SIGN', { facts: { verdict: 'AGREE' } })).toMatchObject(
      refused(503, 'TEMPORAL_AWAY'),
    );
    expect(await away.decisions(caseNo)).toBe(0);
  }, 60_000);
});

describe('a case that is born with its first record', () => {
  const SIGNERS = [USER.neijiangReviewer, USER.neijiangSigner];
  const approval = () => office.submitApproval(USER.neijiangIntake, UNIT.neijiangWorkCommittee, SIGNERS, 'SEQUENCE');
  const row = (caseNo: string) => office.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
  const history = (caseNo: string) =>
    office.withClient((client) => client.workflow.getHandle(workflowIdOf('general-approval', caseNo)).fetchHistory());
  const vote = (userId: string, caseNo: string) =>
    office.act(userId, caseNo, 'vote', 'SIGN', { facts: { verdict: 'AGREE' } });

  it('has its tasks at once, and is started by its first act: one workflow task carries both', async () => {
    const caseNo = await approval();
    const { id, startedAt, seq } = await row(caseNo);
    expect({ startedAt, seq }).toEqual({ startedAt: null, seq: 1 });
    expect(await office.openTasks(caseNo)).toMatchObject([{ taskId: `${id}-t1` }]);

    await office.must(vote(USER.neijiangReviewer, caseNo));

    const events = (await history(caseNo)).events ?? [];
    expect(events.filter(({ workflowTaskCompletedEventAttributes: done }) => done != null)).toHaveLength(1);
    expect(await row(caseNo)).toMatchObject({ seq: 2, startedAt: expect.any(Date) });
    await office.must(vote(USER.neijiangSigner, caseNo));
    expect(await office.state(caseNo)).toBe('APPROVED');
    await replayed('general-approval-first-act', await history(caseNo));
  }, 30_000);

  it('is received with its limit twenty times at once, though each birth holds a connection and needs the calendar', async () => {
    const signers = [{ to: { userId: USER.neijiangReviewer } }];
    const step = { name: '签批', rule: { kind: 'ALL' }, signers, duty: 'SIGN', limitWorkingDays: 5 };
    const data = { title: '关于开展活动的请示', text: '请予审批。', unitId: UNIT.neijiangWorkCommittee, steps: [step] };
    const draft = () => office.must(office.post(USER.neijiangIntake, '/drafts', { matter: 'general-approval', data }));
    const drafts = await Promise.all(Array.from({ length: 20 }, draft));

    const made = await Promise.all(
      drafts.map(({ body }) => office.post(USER.neijiangIntake, `/drafts/${String(body.id)}/submission`)),
    );

    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]));
    for (const { body } of made) {
      const { id } = await row(String(body.caseNo));
      const tasks = await office.database.rows.task.findMany({ where: { caseId: id } });
      expect(tasks).toMatchObject([{ limitLength: 5, dueAt: expect.any(Date) }]);
    }
  }, 30_000);

  it('takes one of ten first acts that come at once', async () => {
    const caseNo = await approval();

    const body = { kind: 'vote', taskId: await office.taskOf(caseNo, 'SIGN'), facts: { verdict: 'AGREE' } };

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => office.post(USER.neijiangReviewer, `/cases/${caseNo}/acts`, body)),
    );

    const codes = answers.map(({ status, body: answer }) =>
      status === 200 ? '200' : `${status} ${String(answer.code)}`,
    );
    expect(codes.sort()).toEqual(['200', ...Array.from({ length: 9 }, () => '409 TASK_NOT_OPEN')]);
    expect(await office.decisions(caseNo)).toBe(1);
  }, 30_000);

  it('is started by a first act that is refused, too, and goes on from its first record', async () => {
    const caseNo = await approval();

    expect(
      await office.act(USER.neijiangSigner, caseNo, 'vote', 'SIGN', { facts: { verdict: 'AGREE' } }),
    ).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    await office.must(vote(USER.neijiangReviewer, caseNo));

    expect((await row(caseNo)).seq).toBe(2);
  }, 30_000);

  it('is started by the sweep when nobody acts, any number of times, and knows its first record then', async () => {
    const caseNo = await approval();

    await Promise.all([office.sweep(), office.sweep(), vote(USER.neijiangReviewer, caseNo)]);
    await office.sweep();

    const { id, startedAt, ledgerHash } = await row(caseNo);
    expect(startedAt).not.toBeNull();
    const view = await office.withClient((client) =>
      client.workflow.getHandle(workflowIdOf('general-approval', caseNo)).query(caseView),
    );
    expect(view).toMatchObject({ seq: 2, hash: ledgerHash, openTasks: [`${id}-t2`] });
  }, 30_000);
});

describe('a case that Temporal did not take over', () => {
  it('is started by the sweep', async () => {
    const caseNo = await office.submit(ORG.losesMember, 3);
    await office.database.rows.case.update({ where: { caseNo }, data: { startedAt: null } });

    await office.sweep();

    const { startedAt } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
    expect(startedAt).not.toBeNull();
    expect(await office.openTasks(caseNo)).toHaveLength(1);
  }, 30_000);
});
