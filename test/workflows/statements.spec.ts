import { fileURLToPath } from 'node:url';

import { APPLICANT, LEADER } from '../support/acting.js';
import { type TestCase, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open({ workflowsPath: fileURLToPath(new URL('./statements.workflow.ts', import.meta.url)) });
}, 60_000);
afterAll(() => world.close());

const start = async (): Promise<TestCase> => world.start('statements', await world.newCase());
const accept = (on: TestCase) => world.act(on, { kind: 'accept', by: 'officer' });
const supplement = (on: TestCase) =>
  world.act(on, { kind: 'supplement', by: 'officer', facts: { items: ['CHARTER'] } });
const resubmit = (on: TestCase) =>
  world.act(on, { kind: 'resubmit', by: APPLICANT, role: 'APPLICANT_USER', facts: { formVersion: 2 } });
const confirm = (on: TestCase, by: string) => world.act(on, { kind: 'confirm', by, facts: { answer: 'CONFIRM' } });

describe('intake with one supplement (一次性告知, 补正)', () => {
  it('stops the check’s clock while the applicant answers, and starts it again', async () => {
    const on = await start();
    await supplement(on);
    expect((await world.tasks(on)).map(({ status }) => status)).toEqual(['SUSPENDED', 'OPEN']);
    await expect(accept(on)).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });

    await resubmit(on);
    await accept(on);

    expect(await world.state(on)).toBe('ACCEPTED');
    await world.assertConsistent(on);
  });

  it('tells once and for all what is missing, also after a return to the intake', async () => {
    const on = await start();
    await supplement(on);
    await resubmit(on);
    await expect(supplement(on)).rejects.toMatchObject({ code: 'SUPPLEMENT_USED' });
    await accept(on);
    await world.act(on, { kind: 'return', by: 'signer', facts: { to: 'intake', mode: 'AGAIN' } });

    expect(await world.state(on)).toBe('SUBMITTED');
    await expect(supplement(on)).rejects.toMatchObject({ code: 'SUPPLEMENT_USED' });
    await world.assertConsistent(on);
  });

  it('ends the case when no answer came in time, and this last step is recorded', async () => {
    const on = await start();
    await supplement(on);

    await world.skip(on, 40 * 86_400);
    await on.handle.result();

    expect(await world.state(on)).toBe('LAPSED');
    expect(await world.waitsFor(on)).toEqual([]);
    await world.assertConsistent(on);
  });
});

describe('members’ own statements beside a signature', () => {
  it('are made by the members only: not by a deputy, not after a transfer, not by recusal', async () => {
    const on = await start();
    await accept(on);

    await expect(
      world.act(on, { kind: 'confirm', by: 'deputy', onBehalfOf: 'member-1', facts: { answer: 'CONFIRM' } }),
    ).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    const taskId = (await world.tasks(on)).find(({ assigneeKey }) => assigneeKey === 'user:member-1')?.id ?? null;
    const facts = { to: { userId: 'somebody' } };
    await expect(world.act(on, { kind: 'transfer', by: 'member-1', facts })).rejects.toMatchObject({
      code: 'CASE_STATE_CONFLICT',
    });
    await expect(world.act(on, { kind: 'transfer', by: LEADER, taskId, facts })).rejects.toMatchObject({
      code: 'CASE_STATE_CONFLICT',
    });
    await expect(world.act(on, { kind: 'recuse', by: 'member-1', facts: { ground: 'OTHER' } })).rejects.toMatchObject({
      code: 'CASE_STATE_CONFLICT',
    });
  });

  it('go on when the signature came first, and end the case when the last one is there', async () => {
    const on = await start();
    await accept(on);
    await world.vote(on, 'signer', 'AGREE');
    await confirm(on, 'member-2');
    expect(await world.state(on)).toBe('ACCEPTED');
    await confirm(on, 'member-1');

    expect(await world.state(on)).toBe('DONE');
    await on.handle.result();
    await world.assertConsistent(on);
  });
});
