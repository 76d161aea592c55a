import { WorkflowNotFoundError } from '@temporalio/client';

import { APPLICANT, LEADER } from '../support/acting.js';
import { type TestCase, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const ALL = { kind: 'ALL' } as const;
const ANY = { kind: 'ANY' } as const;
const SEQUENCE = { kind: 'SEQUENCE' } as const;
const HALF = { kind: 'SHARE', percent: 50, more: true } as const;

const withdraw = (approval: TestCase) =>
  world.act(approval, { kind: 'withdraw', by: APPLICANT, role: 'APPLICANT_USER', taskId: null });
const addSigner = (approval: TestCase, by: string, place: 'BEFORE' | 'AFTER' | 'BESIDE', userId: string) =>
  world.act(approval, { kind: 'addSigner', by, facts: { place, to: { userId } } });
const removeSigner = (approval: TestCase, by: string, userId: string, taskId?: string) =>
  world.act(approval, { kind: 'removeSigner', by, facts: { signer: { userId } }, ...(taskId ? { taskId } : {}) });
const taskOf = async (approval: TestCase, name: string): Promise<string> =>
  (await world.tasks(approval)).find(({ assigneeKey }) => assigneeKey === `user:${name}`)?.id ?? 'none';

describe('the four rules', () => {
  it('会签: approves when everybody agreed', async () => {
    const approval = await world.startApproval([{ rule: ALL, signers: ['li', 'wang'] }]);
    expect(await world.waitsFor(approval)).toEqual(['li', 'wang']);

    await world.vote(approval, 'wang', 'AGREE');
    expect(await world.waitsFor(approval)).toEqual(['li']);
    const last = await world.vote(approval, 'li', 'AGREE');

    expect(last).toMatchObject({ caseNo: approval.caseNo, seq: 3, state: 'APPROVED' });
    await approval.handle.result();
    await world.assertConsistent(approval);
  });

  it('会签: the first refusal refuses the case and closes the others’ tasks', async () => {
    const approval = await world.startApproval([{ rule: ALL, signers: ['li', 'wang', 'zhao'] }]);

    await world.vote(approval, 'wang', 'REFUSE');

    expect(await world.state(approval)).toBe('REFUSED');
    expect((await world.tasks(approval)).map(({ outcome }) => outcome)).toEqual(['NOT_NEEDED', 'REFUSE', 'NOT_NEEDED']);
    await world.assertConsistent(approval);
  });

  it('或签: the first agreement approves', async () => {
    const approval = await world.startApproval([{ rule: ANY, signers: ['li', 'wang', 'zhao'] }]);

    await world.vote(approval, 'li', 'REFUSE');
    expect(await world.state(approval)).toBe('UNDER_REVIEW');
    await world.vote(approval, 'wang', 'AGREE');

    expect(await world.state(approval)).toBe('APPROVED');
    await world.assertConsistent(approval);
  });

  it('依次: one after another, and a refusal ends it', async () => {
    const approval = await world.startApproval([{ rule: SEQUENCE, signers: ['li', 'wang', 'zhao'] }]);
    expect(await world.waitsFor(approval)).toEqual(['li']);

    await world.vote(approval, 'li', 'AGREE');
    expect(await world.waitsFor(approval)).toEqual(['wang']);
    await world.vote(approval, 'wang', 'REFUSE');

    expect(await world.state(approval)).toBe('REFUSED');
    expect(await world.tasks(approval)).toHaveLength(2);
    await world.assertConsistent(approval);
  });

  it('票签: more than half of the weight approves, an abstention does not', async () => {
    const signers = [{ name: 'chair', weight: 2 }, 'li', 'wang'];
    const approval = await world.startApproval([{ rule: HALF, signers }]);

    await world.vote(approval, 'li', 'ABSTAIN');
    await world.vote(approval, 'chair', 'AGREE');
    expect(await world.state(approval)).toBe('UNDER_REVIEW');
    await world.vote(approval, 'wang', 'AGREE');

    expect(await world.state(approval)).toBe('APPROVED');
    await world.assertConsistent(approval);
  });

  it.each([ALL, ANY, SEQUENCE])('$kind: refuses an abstention', async (rule) => {
    const approval = await world.startApproval([{ rule, signers: ['li'] }]);
    await expect(world.vote(approval, 'li', 'ABSTAIN')).rejects.toMatchObject({ code: 'ABSTAIN_NOT_ALLOWED' });
  });
});

describe('late votes, withdrawals, and those who may not sign', () => {
  it('refuses a vote on a step that has ended', async () => {
    const approval = await world.startApproval([{ rule: ANY, signers: ['li', 'wang'] }, { signers: ['zhao'] }]);
    const late = await taskOf(approval, 'wang');
    await world.vote(approval, 'li', 'AGREE');

    await expect(world.vote(approval, 'wang', 'REFUSE', { taskId: late })).rejects.toMatchObject({
      code: 'TASK_NOT_OPEN',
      told: { status: 409 },
    });
    expect(await world.waitsFor(approval)).toEqual(['zhao']);
  });

  it('finds no case to vote on after it has ended', async () => {
    const approval = await world.startApproval([{ rule: ANY, signers: ['li', 'wang'] }]);
    const late = await taskOf(approval, 'wang');
    await world.vote(approval, 'li', 'AGREE');
    await approval.handle.result();

    await expect(world.vote(approval, 'wang', 'REFUSE', { taskId: late })).rejects.toThrow(WorkflowNotFoundError);
    expect(await world.state(approval)).toBe('APPROVED');
  });

  it.each([ALL, ANY, SEQUENCE, HALF])(
    '$kind: a withdrawal in mid-vote decides nothing and keeps the votes on record',
    async (rule) => {
      const approval = await world.startApproval([{ rule, signers: ['li', 'wang', 'zhao'] }]);
      await world.vote(approval, 'li', rule === ANY ? 'REFUSE' : 'AGREE');

      await withdraw(approval);

      expect(await world.state(approval)).toBe('WITHDRAWN');
      expect(await world.waitsFor(approval)).toEqual([]);
      expect((await world.decisions(approval)).map(({ kind }) => kind)).toEqual(['vote']);
      await approval.handle.result();
      await world.assertConsistent(approval);
    },
  );

  it('lets nobody but the applicant withdraw', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await expect(world.act(approval, { kind: 'withdraw', by: 'li', taskId: null })).rejects.toMatchObject({
      code: 'AUTH_NOT_ALLOWED',
    });
  });

  it('refuses the applicant’s own signature, in person and through a deputy; a transfer helps', async () => {
    const approval = await world.startApproval([{ signers: [APPLICANT] }]);

    await expect(world.vote(approval, APPLICANT, 'AGREE')).rejects.toMatchObject({
      code: 'RECUSAL_REQUIRED',
      told: { details: { ground: 'APPLICANT' } },
    });
    await expect(world.vote(approval, 'li', 'AGREE', { onBehalfOf: APPLICANT })).rejects.toMatchObject({
      code: 'RECUSAL_REQUIRED',
    });
    await world.act(approval, { kind: 'transfer', by: APPLICANT, facts: { to: { userId: 'wang' } } });
    await world.vote(approval, 'wang', 'AGREE');

    expect(await world.state(approval)).toBe('APPROVED');
  });

  it('refuses the signature of one who reviewed, under another account too', async () => {
    const approval = await world.startApproval([
      { signers: ['li'], duty: 'REVIEW' },
      { signers: ['li', 'li-2', 'wang'] },
    ]);
    await world.vote(approval, 'li', 'AGREE', { personId: 'person-li' });

    await expect(world.vote(approval, 'li', 'AGREE')).rejects.toMatchObject({
      code: 'RECUSAL_REQUIRED',
      told: { details: { ground: 'ACTED_BEFORE' } },
    });
    await expect(world.vote(approval, 'li-2', 'AGREE', { personId: 'person-li' })).rejects.toMatchObject({
      code: 'RECUSAL_REQUIRED',
    });
  });

  it('refuses the vote of one who is not asked', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await expect(world.vote(approval, 'somebody', 'AGREE')).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
  });

  it('gives one person one voice, as deputy and as principal', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'wang', 'zhao'] }]);
    await world.vote(approval, 'li', 'AGREE');

    await expect(world.vote(approval, 'li', 'AGREE', { onBehalfOf: 'wang' })).rejects.toMatchObject({
      code: 'ALREADY_VOTED',
    });
    await world.vote(approval, 'deputy', 'AGREE', { onBehalfOf: 'wang' });
    await expect(world.vote(approval, 'deputy', 'AGREE', { onBehalfOf: 'zhao' })).rejects.toMatchObject({
      code: 'ALREADY_VOTED',
    });
    await world.vote(approval, 'zhao', 'AGREE');

    expect(await world.state(approval)).toBe('APPROVED');
  });

  it('gives one person one voice in two posts', async () => {
    const approval = await world.startApproval([{ signers: ['pool', 'li'] }]);
    const [pooled] = await world.tasks(approval);
    await world.vote(approval, 'li', 'AGREE');

    await expect(world.vote(approval, 'li', 'AGREE', { taskId: pooled?.id ?? null })).rejects.toMatchObject({
      code: 'ALREADY_VOTED',
    });
    await world.vote(approval, 'wang', 'AGREE', { taskId: pooled?.id ?? null });
    expect(await world.state(approval)).toBe('APPROVED');
  });
});

describe('signers added and removed', () => {
  it('before: the adder’s task closes and comes again after the added one', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);

    await addSigner(approval, 'li', 'BEFORE', 'wang');
    expect(await world.waitsFor(approval)).toEqual(['wang']);
    await world.vote(approval, 'wang', 'AGREE');
    expect(await world.waitsFor(approval)).toEqual(['li']);
    await world.vote(approval, 'li', 'AGREE');

    expect(await world.state(approval)).toBe('APPROVED');
    expect((await world.tasks(approval)).map(({ outcome }) => outcome)).toEqual([
      'WAITS_FOR_ADDED_SIGNER',
      'AGREE',
      'AGREE',
    ]);
    await world.assertConsistent(approval);
  });

  it('after: the adder’s agreement waits for the added one’s', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);

    await addSigner(approval, 'li', 'AFTER', 'wang');
    await world.vote(approval, 'li', 'AGREE');
    expect(await world.waitsFor(approval)).toEqual(['wang']);
    await world.vote(approval, 'wang', 'REFUSE');

    expect(await world.state(approval)).toBe('REFUSED');
  });

  it('beside: both are asked at once', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await addSigner(approval, 'li', 'BESIDE', 'wang');
    expect(await world.waitsFor(approval)).toEqual(['li', 'wang']);
  });

  it('refuses a signer who is there already', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'wang'] }]);
    await expect(addSigner(approval, 'li', 'BESIDE', 'wang')).rejects.toMatchObject({ code: 'SIGNER_ALREADY_THERE' });
  });

  it('removes whom one has added, and only those', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'zhao'] }]);
    await addSigner(approval, 'li', 'BESIDE', 'wang');

    await expect(removeSigner(approval, 'zhao', 'wang')).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await expect(removeSigner(approval, 'li', 'zhao')).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await removeSigner(approval, 'li', 'wang');

    expect(await world.waitsFor(approval)).toEqual(['li', 'zhao']);
    await world.assertConsistent(approval);
  });

  it('lets the leader remove an added signer, never one whom the process named', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'zhao'] }]);
    await addSigner(approval, 'li', 'BESIDE', 'wang');
    const task = await taskOf(approval, 'li');

    await expect(removeSigner(approval, LEADER, 'zhao', task)).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await removeSigner(approval, LEADER, 'wang', task);

    expect(await world.waitsFor(approval)).toEqual(['li', 'zhao']);
  });

  it('never decides by a removal: the signer without whom the votes would approve stays', async () => {
    const approval = await world.startApproval([{ signers: ['li'] }]);
    await addSigner(approval, 'li', 'AFTER', 'wang');
    await world.vote(approval, 'li', 'AGREE');

    await expect(removeSigner(approval, LEADER, 'wang')).rejects.toMatchObject({ code: 'LAST_SIGNER' });
    expect(await world.state(approval)).toBe('UNDER_REVIEW');
  });
});

describe('returns (退回)', () => {
  const giveBack = (approval: TestCase, by: string, to: string, mode: 'AGAIN' | 'RESUME') =>
    world.act(approval, { kind: 'return', by, facts: { to, mode } });

  it('RESUME from inside a countersigned step: comes straight back, and the votes that were cast still count', async () => {
    const approval = await world.startApproval([{ signers: ['a'] }, { signers: ['b'] }, { signers: ['li', 'wang'] }]);
    await world.vote(approval, 'a', 'AGREE');
    await world.vote(approval, 'b', 'AGREE');
    await world.vote(approval, 'li', 'AGREE');

    await giveBack(approval, 'wang', 'step-1', 'RESUME');
    expect(await world.waitsFor(approval)).toEqual(['a']);
    await world.vote(approval, 'a', 'AGREE');
    expect(await world.waitsFor(approval)).toEqual(['wang']);
    await world.vote(approval, 'wang', 'AGREE');

    expect(await world.state(approval)).toBe('APPROVED');
    await world.assertConsistent(approval);
  });

  it('AGAIN: every step from there on is done again, and the votes that were cast count no more', async () => {
    const approval = await world.startApproval([{ signers: ['a'] }, { signers: ['b'] }, { signers: ['li', 'wang'] }]);
    await world.vote(approval, 'a', 'AGREE');
    await world.vote(approval, 'b', 'AGREE');
    await world.vote(approval, 'li', 'AGREE');

    await giveBack(approval, 'wang', 'step-1', 'AGAIN');
    await world.vote(approval, 'a', 'AGREE');
    expect(await world.waitsFor(approval)).toEqual(['b']);
    await world.vote(approval, 'b', 'AGREE');

    expect(await world.waitsFor(approval)).toEqual(['li', 'wang']);
    expect((await world.tasks(approval)).map(({ outcome }) => outcome)).toContain('RETURNED');
    await world.assertConsistent(approval);
  });

  it('goes to an earlier step only', async () => {
    const approval = await world.startApproval([{ signers: ['a'] }, { signers: ['b'] }]);
    await expect(giveBack(approval, 'a', 'step-2', 'AGAIN')).rejects.toMatchObject({ code: 'RETURN_TARGET_INVALID' });
  });
});
