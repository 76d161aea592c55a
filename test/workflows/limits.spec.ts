import { LEADER } from '../support/acting.js';
import { type TestCase, type TestTask, World } from '../support/world.js';

const DAY_MS = 86_400_000;
let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const taskOf = async (approval: TestCase, name: string): Promise<TestTask | undefined> =>
  (await world.tasks(approval)).findLast(({ assigneeKey }) => assigneeKey === `user:${name}`);
const dueOf = async (approval: TestCase, name: string): Promise<number> => (await taskOf(approval, name))?.dueAt ?? 0;
const noticesTo = async (approval: TestCase, name: string): Promise<(string | null)[]> =>
  (await world.notices(approval))
    .filter(({ to }) => to === `user:${name}`)
    .map(({ kind, percent }) => `${kind} ${percent}`);
const until = (approval: TestCase, name: string, count: number) =>
  world.until(async () => (await noticesTo(approval, name)).length >= count);
const pause = (approval: TestCase, days: number, ground = 'HEARING') =>
  world.act(approval, { kind: 'pause', by: 'li', facts: { ground, days } });

describe('an approver who does not act', () => {
  it('is reminded at 50, 80 and 100 percent, then the leader is called; nothing is ever decided by silence', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'wang'], workingDays: 10 }]);
    const from = await world.now(approval);
    const due = await dueOf(approval, 'li');

    await world.skipTo(approval, from + (due - from) * 0.5);
    await until(approval, 'li', 1);
    expect(await noticesTo(approval, 'li')).toEqual(['DUE_SOON 50']);
    await world.skipTo(approval, from + (due - from) * 0.8);
    await until(approval, 'li', 2);
    expect(await noticesTo(approval, LEADER)).toEqual([]);
    await world.skipTo(approval, due);
    await until(approval, LEADER, 2);

    expect(await noticesTo(approval, 'li')).toEqual(['DUE_SOON 50', 'DUE_SOON 80', 'OVERDUE 100']);
    expect(await noticesTo(approval, LEADER)).toEqual(['ESCALATED 100', 'ESCALATED 100']);
    await world.skip(approval, 5 * 365 * 86_400);
    expect(await world.state(approval)).toBe('UNDER_REVIEW');
    expect((await world.tasks(approval)).map(({ status, escalated }) => [status, escalated])).toEqual([
      ['OPEN', true],
      ['OPEN', true],
    ]);
    await world.vote(approval, 'li', 'AGREE');
    await world.assertConsistent(approval);
  });

  it('leaves the next in the order the rest of the limit, and one reminder of it', async () => {
    const approval = await world.startApproval([
      { rule: { kind: 'SEQUENCE' }, signers: ['li', 'wang'], workingDays: 10 },
    ]);
    const from = await world.now(approval);
    const due = await dueOf(approval, 'li');
    await world.skipTo(approval, from + (due - from) * 0.9);
    await until(approval, 'li', 2);

    await world.vote(approval, 'li', 'AGREE');
    await world.skipTo(approval, due);
    await until(approval, 'wang', 1);

    expect(await dueOf(approval, 'wang')).toBe(due);
    expect(await noticesTo(approval, 'wang')).toEqual(['OVERDUE 100']);
  });
});

describe('a clock that stands still on a legal ground', () => {
  it('starts again by itself; the due date moves, and the pause is no part of what reminders are measured by', async () => {
    const approval = await world.startApproval([{ signers: ['li'], workingDays: 10 }]);
    const start = await world.now(approval);
    const due = await dueOf(approval, 'li');

    await pause(approval, 60);
    expect((await taskOf(approval, 'li'))?.status).toBe('SUSPENDED');
    await expect(world.vote(approval, 'li', 'AGREE')).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
    await world.skipTo(approval, start + 60 * DAY_MS);
    await world.until(async () => (await taskOf(approval, 'li'))?.status === 'OPEN');

    const moved = await dueOf(approval, 'li');
    expect(moved - due).toBeGreaterThanOrEqual(58 * DAY_MS);
    expect(moved - due).toBeLessThanOrEqual(62 * DAY_MS);
    expect(await noticesTo(approval, 'li')).toEqual([]);
    await world.skipTo(approval, start + 60 * DAY_MS + (moved - start - 60 * DAY_MS) * 0.5);
    await until(approval, 'li', 1);
    expect(await noticesTo(approval, 'li')).toEqual(['DUE_SOON 50']);
    await world.assertConsistent(approval);
  });

  it('is started again by hand before its time', async () => {
    const approval = await world.startApproval([{ signers: ['li'], workingDays: 10 }]);
    await pause(approval, 60);
    await world.act(approval, { kind: 'resume', by: 'li' });
    await world.vote(approval, 'li', 'AGREE');
    expect(await world.state(approval)).toBe('APPROVED');
  });

  it('does not stand still longer than the ground allows, nor for a task without a limit', async () => {
    const approval = await world.startApproval([{ signers: ['li'], workingDays: 10 }, { signers: ['wang'] }]);
    await expect(pause(approval, 61)).rejects.toMatchObject({
      code: 'PAUSE_TOO_LONG',
      told: { details: { maxDays: 60 } },
    });
    await pause(approval, 90, 'FORCE_MAJEURE');
    await world.act(approval, { kind: 'resume', by: 'li' });
    await world.vote(approval, 'li', 'AGREE');
    const facts = { ground: 'HEARING', days: 1 };
    await expect(world.act(approval, { kind: 'pause', by: 'wang', facts })).rejects.toMatchObject({
      code: 'CASE_STATE_CONFLICT',
    });
  });

  it('hands its moved due date to a signer who is added before', async () => {
    const approval = await world.startApproval([{ signers: ['li'], workingDays: 10 }]);
    const start = await world.now(approval);
    await pause(approval, 60);
    await world.skipTo(approval, start + 60 * DAY_MS);
    await world.until(async () => (await taskOf(approval, 'li'))?.status === 'OPEN');
    const moved = await dueOf(approval, 'li');

    await world.act(approval, { kind: 'addSigner', by: 'li', facts: { place: 'BEFORE', to: { userId: 'wang' } } });
    expect(await dueOf(approval, 'wang')).toBe(moved);
    await world.vote(approval, 'wang', 'AGREE');

    expect(await dueOf(approval, 'li')).toBe(moved);
    await world.assertConsistent(approval);
  });
});

describe('a year without a calendar', () => {
  it('gives no due date, and asks for it every day until the year is loaded', async () => {
    const bare = await World.open({ withoutCalendar: true });
    const approval = await bare.startApproval([{ signers: ['li'], workingDays: 10 }]);
    expect((await bare.tasks(approval)).map(({ dueAt }) => dueAt)).toEqual([null]);

    await bare.loadCalendar();
    await bare.until(async () => {
      await bare.skip(approval, 86_400 + 60);
      return (await bare.tasks(approval))[0]?.dueAt !== null;
    }, 20_000);

    await bare.assertConsistent(approval);
    await bare.close();
  }, 60_000);
});
