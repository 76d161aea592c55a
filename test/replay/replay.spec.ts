import { APPLICANT, LEADER } from '../support/acting.js';
import { type TestCase, World } from '../support/world.js';
import { kept, replayed } from './recorded.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

/** A case through most of what a general approval knows, with its limits running out on the way. */
async function eventfulApproval(): Promise<TestCase> {
  const approval = await world.startApproval([
    { signers: ['pool'], duty: 'REVIEW', workingDays: 5 },
    { rule: { kind: 'SEQUENCE' }, signers: ['a', 'b'], workingDays: 10 },
    { rule: { kind: 'SHARE', percent: 50, more: true }, signers: ['li', 'wang', 'zhao'] },
  ]);
  await world.act(approval, { kind: 'claim', by: 'reviewer' });
  await world.act(approval, { kind: 'pause', by: 'reviewer', facts: { ground: 'INQUIRY', days: 20 } });
  await world.skip(approval, 21 * 86_400);
  await world.until(async () => (await world.tasks(approval))[0]?.status === 'OPEN');
  await world.vote(approval, 'reviewer', 'AGREE');
  await world.act(approval, { kind: 'addSigner', by: 'a', facts: { place: 'BEFORE', to: { userId: 'c' } } });
  await world.act(approval, { kind: 'urge', by: APPLICANT, role: 'APPLICANT_USER', taskId: null });
  await world.vote(approval, 'c', 'AGREE');
  await world.skip(approval, 40 * 86_400);
  await world.until(async () => (await world.notices(approval)).some(({ kind }) => kind === 'ESCALATED'));
  await world.act(approval, { kind: 'transfer', by: LEADER, facts: { to: { userId: 'd' } } });
  await world.vote(approval, 'd', 'AGREE');
  await world.act(approval, { kind: 'return', by: 'b', facts: { to: 'step-1', mode: 'RESUME' } });
  await world.vote(approval, 'reviewer', 'AGREE');
  await world.vote(approval, 'b', 'AGREE');
  await world.vote(approval, 'li', 'ABSTAIN');
  await world.vote(approval, 'wang', 'AGREE');
  await world.vote(approval, 'zhao', 'AGREE');
  await approval.handle.result();
  return approval;
}

it('replays a case that has just ended, with its time skipped', async () => {
  const approval = await eventfulApproval();
  expect(await world.state(approval)).toBe('APPROVED');
  await world.assertConsistent(approval);

  await replayed('general-approval', await approval.handle.fetchHistory());
}, 60_000);

it('does what earlier releases did in the same way', async () => {
  expect(kept()).not.toHaveLength(0);
  for (const [, history] of kept()) await world.replay(history);
});
