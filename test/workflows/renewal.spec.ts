import { fileURLToPath } from 'node:url';

import type { ActResult } from '#domain/process/act.js';
import { APPLICANT } from '../support/acting.js';
import { World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open({ workflowsPath: fileURLToPath(new URL('./long-life.workflow.ts', import.meta.url)) });
}, 60_000);
afterAll(() => world.close());

describe('a case that goes on in a new run (continue-as-new)', () => {
  it('applies no request twice across the border, loses none, and answers a repeated one as the first time', async () => {
    const life = await world.start('longLife', await world.newCase());
    const copy = (n: number) =>
      world.act(life, {
        kind: 'copy',
        by: 'li',
        taskId: null,
        requestId: `request-${n}`,
        facts: { to: [{ userId: `reader-${n}` }] },
      });

    const numbers = Array.from({ length: 90 }, (_, n) => n);
    const lanes = Array.from({ length: 6 }, async (_, lane) => {
      const given: ActResult[] = [];
      for (const n of numbers) if (n % 6 === lane) given.push(await copy(n));
      return given;
    });
    const inLanes = await Promise.all(lanes);
    const answers = numbers.map((n) => inLanes[n % 6]?.[Math.floor(n / 6)]);
    const again = await Promise.all(numbers.map(copy));

    expect(again).toEqual(answers);
    expect(new Set(answers.map((answer) => answer?.seq)).size).toBe(90);
    expect(await world.seq(life.caseId)).toBe(91);
    expect((await world.notices(life)).filter(({ kind }) => kind === 'COPIED')).toHaveLength(90);
    const { raw } = await life.handle.describe();
    expect(raw.workflowExecutionInfo?.execution?.runId).not.toBe(raw.workflowExecutionInfo?.firstRunId);
    await world.assertConsistent(life);

    await world.act(life, { kind: 'withdraw', by: APPLICANT, role: 'APPLICANT_USER', taskId: null });
    await life.handle.result();
    expect(await world.state(life)).toBe('ENDED');
  }, 60_000);
});
