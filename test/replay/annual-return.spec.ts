import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { seasonPaused, seasonResumed } from '#workflows/annual-inspection/contract.js';
import { INSPECTOR_1, INSPECTOR_2, REGISTRY_LEADER, type ReturnCase, ReturnWorld } from '../support/return-world.js';
import { replayed } from './recorded.js';

let world: ReturnWorld;
beforeAll(async () => {
  world = await ReturnWorld.open();
}, 120_000);
afterAll(() => world.close());

/** Filed, given back, filed again, and concluded PASS. */
async function passed(): Promise<ReturnCase> {
  const on = await world.start({ supervised: true });
  await world.file(on);
  await world.preliminary(on, 'RETURN');
  await world.bringToConclusion(on);
  await world.conclude(on, 'PASS');
  await world.publish(on);
  return on;
}

/** Never filed, over a pause of the season, talked to, put right, and corrected to BASIC_PASS on the way. */
async function missed(): Promise<ReturnCase> {
  const on = await world.start();
  await on.handle.signal(seasonPaused, { on: parseIsoDate('2027-03-01') });
  await on.handle.signal(seasonResumed, { on: parseIsoDate('2027-03-11') });
  await world.until(async () => (await world.tasks(on)).length > 0);
  await world.skipTo(on, parseIsoDate('2027-06-12'));
  await world.untilState(on, 'NOT_PARTICIPATED');
  await world.file(on, undefined, 'submitLate');
  await world.holdTalk(on);
  await world.act(on, { kind: 'supersede', by: REGISTRY_LEADER, facts: { conclusion: 'BASIC_PASS', deviates: true } });
  await world.setRectification(on);
  await world.handIn(on);
  await world.verify(on, INSPECTOR_1);
  await world.verify(on, INSPECTOR_2);
  await world.publish(on);
  return on;
}

describe.each([
  ['passed', 'PUBLISHED', passed],
  ['missed', 'RECTIFIED', missed],
])('the history of a return (%s)', (name, end, play) => {
  it(`that ended ${end} replays`, async () => {
    const on = await play();
    await on.handle.result();
    expect((await world.caseRow(on)).state).toBe(end);

    const history = await on.handle.fetchHistory();
    await replayed(`annual-return-${name}`, history, on.handle.workflowId);
  });
});
