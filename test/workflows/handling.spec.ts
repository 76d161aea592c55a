import { APPLICANT, LEADER, Refused, UNIT } from '../support/acting.js';
import { type TestCase, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const POOL = `pool:${UNIT}:TWO_NEW_APPROVER`;
const firstTask = async (approval: TestCase): Promise<string> => (await world.tasks(approval))[0]?.id ?? 'none';
const transfer = (approval: TestCase, by: string, userId: string, taskId?: string) =>
  world.act(approval, { kind: 'transfer', by, facts: { to: { userId } }, ...(taskId ? { taskId } : {}) });
const recuse = (approval: TestCase, by: string, taskId?: string) =>
  world.act(approval, { kind: 'recuse', by, facts: { ground: 'KINSHIP' }, ...(taskId ? { taskId } : {}) });

describe('transfer (转办)', () => {
  it('gives the task and its due date to another, who is told', async () => {
    const approval = await world.startApproval([{ signers: ['li'], workingDays: 10 }]);
    const [before] = await world.tasks(approval);

    await transfer(approval, 'li', 'wang');

    expect(await world.tasks(approval)).toEqual([{ ...before, assigneeKey: 'user:wang' }]);
    expect(await world.notices(approval)).toContainEqual({ kind: 'TASK_ASSIGNED', to: 'user:wang', percent: null });
    await expect(world.vote(approval, 'li', 'AGREE')).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await world.vote(approval, 'wang', 'AGREE');
    await world.assertConsistent(approval);
  });

  it('is for the holder and the leader only', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await expect(transfer(approval, 'wang', 'zhao')).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await transfer(approval, LEADER, 'zhao');
    expect(await world.waitsFor(approval)).toEqual(['zhao']);
  });

  it('refuses one who signs in the same step', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'wang'] }]);
    await expect(transfer(approval, 'li', 'wang')).rejects.toMatchObject({ code: 'SIGNER_ALREADY_THERE' });
  });
});

describe('claim (领取)', () => {
  it('gives the task to one of ten who claim it at once', async () => {
    const approval = await world.startApproval([{ signers: ['pool'] }]);
    const taskId = await firstTask(approval);

    const claims = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => world.act(approval, { kind: 'claim', by: `colleague-${n}`, taskId })),
    );

    const refused = claims.flatMap((claim): unknown[] => (claim.status === 'rejected' ? [claim.reason] : []));
    expect(refused).toHaveLength(9);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'TASK_NOT_OPEN' });
    const [task] = await world.tasks(approval);
    expect(task?.assigneeKey).toBe(`user:${task?.claimedBy}`);
    await world.assertConsistent(approval);
  });

  it('closes the task to the rest of the pool', async () => {
    const approval = await world.startApproval([{ signers: ['pool'] }]);
    await world.act(approval, { kind: 'claim', by: 'li' });

    await expect(world.vote(approval, 'wang', 'AGREE')).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
    await world.vote(approval, 'li', 'AGREE');
    expect(await world.state(approval)).toBe('APPROVED');
  });
});

describe('recusal (回避)', () => {
  it('gives a claimed task back to its pool, never to the same person', async () => {
    const approval = await world.startApproval([{ signers: ['pool'] }]);
    await world.act(approval, { kind: 'claim', by: 'li' });

    await recuse(approval, 'li');

    expect(await world.waitsFor(approval)).toEqual([POOL]);
    await expect(world.act(approval, { kind: 'claim', by: 'li' })).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await expect(world.vote(approval, 'deputy', 'AGREE', { onBehalfOf: 'li' })).rejects.toMatchObject({
      code: 'RECUSAL_REQUIRED',
    });
    await expect(transfer(approval, LEADER, 'li')).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await world.assertConsistent(approval);
  });

  it('gives a person’s own task to the leader, who is told', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await recuse(approval, 'li');
    expect(await world.waitsFor(approval)).toEqual([LEADER]);
    expect(await world.notices(approval)).toContainEqual({ kind: 'RECUSED', to: `user:${LEADER}`, percent: null });
  });

  it('leaves a leader with a conflict of interest nothing but to hand the task on', async () => {
    const approval = await world.startApproval([{ signers: [LEADER] }]);
    await recuse(approval, LEADER);

    await expect(world.vote(approval, LEADER, 'AGREE')).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await transfer(approval, LEADER, 'wang');
    await world.vote(approval, 'wang', 'AGREE');
    expect(await world.state(approval)).toBe('APPROVED');
  });

  it('leaves the task where it is when the leader signs in the same step; the leader hands it on', async () => {
    const approval = await world.startApproval([{ signers: ['li', LEADER] }]);
    const taskId = await firstTask(approval);
    await recuse(approval, 'li');

    await expect(world.vote(approval, 'li', 'AGREE')).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await transfer(approval, LEADER, 'wang', taskId);
    expect(await world.waitsFor(approval)).toEqual([LEADER, 'wang']);
    await world.assertConsistent(approval);
  });
});

describe('what is refused without a trace', () => {
  it('an act on an older version of the case', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'wang'] }]);
    await world.vote(approval, 'li', 'AGREE', { seenSeq: 1 });

    await expect(world.vote(approval, 'wang', 'AGREE', { seenSeq: 1 })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
      told: { details: { seen: 1, current: 2 } },
    });
    expect(await world.seq(approval.caseId)).toBe(2);
  });

  it('an act that the matter does not know, with the state it is in', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await expect(world.act(approval, { kind: 'dance', by: 'li' })).rejects.toMatchObject({
      code: 'CASE_STATE_CONFLICT',
      told: { status: 409, details: { state: 'UNDER_REVIEW', event: 'dance' } },
    });
  });

  it('a task of which nobody knows', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    const refused = await world
      .vote(approval, 'li', 'AGREE', { taskId: 'elsewhere-t1' })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ code: 'TASK_NOT_OPEN' });
    expect(await world.seq(approval.caseId)).toBe(1);
  });
});

describe('urging and copying', () => {
  it('urges everybody whom the case waits for, at most once in 24 hours', async () => {
    const urge = (approval: TestCase) =>
      world.act(approval, { kind: 'urge', by: APPLICANT, role: 'APPLICANT_USER', taskId: null });
    const approval = await world.startApproval([{ signers: ['li', 'wang'] }]);

    await urge(approval);
    await expect(urge(approval)).rejects.toMatchObject({ code: 'URGED_RECENTLY' });
    await world.skip(approval, 24 * 3600 + 1);
    await urge(approval);

    const urged = (await world.notices(approval)).filter(({ kind }) => kind === 'URGED');
    expect(urged.map(({ to }) => to)).toEqual(['user:li', 'user:wang', 'user:li', 'user:wang']);
  });

  it('copies the case to readers, who get no task', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    const to = [{ userId: 'reader' }, { unitId: UNIT, role: 'REGISTRY_OFFICER' }];
    await world.act(approval, { kind: 'copy', by: 'li', taskId: null, facts: { to } });

    const { rows } = await world.pool.query<{ key: string }>(
      'SELECT "recipientKey" AS key FROM "Copy" WHERE "caseId" = $1 ORDER BY 1',
      [approval.caseId],
    );
    expect(rows.map(({ key }) => key)).toEqual([`pool:${UNIT}:REGISTRY_OFFICER`, 'user:reader']);
    expect(await world.waitsFor(approval)).toEqual(['li']);
    await world.assertConsistent(approval);
  });
});
