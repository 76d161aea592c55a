import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { testServers } from '../support/servers.js';
import { World } from '../support/world.js';

const DYING_WORKER = fileURLToPath(new URL('../support/dying-worker.mjs', import.meta.url));

describe('one decision, however often it is sent', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 60_000);
  afterAll(() => world.close());

  it('ten callers on one task: one decision, nine clean refusals', async () => {
    const approval = await world.startApproval([{ rule: { kind: 'ANY' }, signers: ['pool'] }, { signers: ['zhao'] }]);
    const [task] = await world.tasks(approval);

    const votes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        world.vote(approval, `official-${n}`, 'AGREE', { taskId: task?.id ?? null }),
      ),
    );

    const refused = votes.flatMap((vote): unknown[] => (vote.status === 'rejected' ? [vote.reason] : []));
    expect(refused).toHaveLength(9);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'TASK_NOT_OPEN', told: { status: 409 } });
    expect(await world.decisions(approval)).toHaveLength(1);
    expect(await world.seq(approval.caseId)).toBe(2);
    await world.assertConsistent(approval);
  });

  it('ten signers of a countersigned step at once: ten decisions, one after another', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `signer-${n}`);
    const approval = await world.startApproval([{ signers: names }]);

    const answers = await Promise.all(names.map((name) => world.vote(approval, name, 'AGREE')));

    expect(answers.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await world.state(approval)).toBe('APPROVED');
    await world.assertConsistent(approval);
  });

  it('the same request twice, one after the other and at once: one decision and the same answer', async () => {
    const approval = await world.startApproval([{ signers: ['li', 'wang'] }]);
    const [task] = await world.tasks(approval);
    const same = { requestId: `same-${approval.caseId}`, taskId: task?.id ?? null };

    const answers = [
      ...(await Promise.all([1, 2, 3].map(() => world.vote(approval, 'li', 'AGREE', same)))),
      await world.vote(approval, 'li', 'AGREE', same),
    ];

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.decisions(approval)).toHaveLength(1);
    await world.assertConsistent(approval);
  });
});

describe('a worker that is killed while it records', () => {
  it.each(['BEFORE', 'AFTER'])(
    '%s the transaction: one row, and the caller is answered',
    async (moment) => {
      const world = await World.open({ withoutWorker: true });
      const { temporalAddress } = testServers();
      const child = spawn(process.execPath, [DYING_WORKER, temporalAddress, world.url, world.queue, '2', moment], {
        stdio: 'ignore',
      });
      const died = once(child, 'exit');
      const approval = await world.startApproval([{ signers: ['li', 'wang'] }]);

      const voted = world.vote(approval, 'li', 'AGREE');
      expect(await died).toEqual([null, 'SIGKILL']);
      await world.startWorker();

      expect(await voted).toMatchObject({ seq: 2, state: 'UNDER_REVIEW' });
      expect(await world.decisions(approval)).toHaveLength(1);
      await world.vote(approval, 'wang', 'AGREE');
      await world.assertConsistent(approval);
      await world.close();
    },
    90_000,
  );
});
