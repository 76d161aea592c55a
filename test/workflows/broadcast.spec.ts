import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { audienceActivities } from '#activities/audience/audience.activities.js';
import { World } from '../support/world.js';

const SIZE = 250;
/** Among the crowd's ids, and never started. */
const STRANGERS = 2;

const idOf = (of: string, n: number): string => `${of}-${String(n).padStart(4, '0')}`;

let world: World;
beforeAll(async () => {
  world = await World.open({
    workflowsPath: fileURLToPath(new URL('./broadcast.workflow.ts', import.meta.url)),
    activities: audienceActivities({
      crowd: ({ of, after, limit }) => {
        const all = Array.from({ length: SIZE + STRANGERS }, (_, n) => idOf(of, n));
        const workflowIds = all.filter((id) => id > after).slice(0, limit);
        return Promise.resolve({ workflowIds, next: workflowIds.length < limit ? null : (workflowIds.at(-1) ?? null) });
      },
    }),
  });
}, 60_000);
afterAll(() => world.close());

describe('a case that has hundreds of cases of its own', () => {
  it('starts each once, and tells them all in pages; those who ended or never were are no error', async () => {
    const of = `crowd-${randomUUID()}`;
    const { workflow } = world.client;
    const taskQueue = world.queue;
    await workflow.execute('crowd', { taskQueue, workflowId: of, args: [{ of, size: SIZE }] });
    await workflow.getHandle(idOf(of, 0)).signal('over', { at: 1 });
    expect(await workflow.getHandle(idOf(of, 0)).result()).toBe('0 heard 1');

    const announcer = await workflow.start('announcer', { taskQueue, workflowId: `${of}-announcer`, args: [of] });

    expect(await announcer.result()).toBe(SIZE - 1);
    expect(await workflow.getHandle(idOf(of, SIZE - 1)).result()).toBe(`${SIZE - 1} heard 5`);
    const { events } = await announcer.fetchHistory();
    expect(events?.length).toBeLessThan(15);
    const { historyLength } = await workflow.getHandle(`${of}-broadcast`).describe();
    expect(historyLength).toBeLessThan(450);
  }, 120_000);
});
