import { writeFileSync } from 'node:fs';

import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { organisationEnded } from '#workflows/annual-inspection/contract.js';
import { SeasonWorld } from '../support/season-world.js';
import { PRODUCT, workflowCode } from '../support/workflow-code.js';

const HISTORIES = new URL('./histories/', import.meta.url);
const YEAR = Number(shanghaiDate(Date.now()).slice(0, 4));
const day = (monthDay: string) => parseIsoDate(`${YEAR + 1}-${monthDay}`);

let world: SeasonWorld;
beforeAll(async () => {
  world = await SeasonWorld.open();
}, 120_000);
afterAll(() => world.close());

it('replays a season that was paused, resumed, closed and completed by itself, and names nobody', async () => {
  const ids = [jimeiOrganisation(1), jimeiOrganisation(2)];
  await world.leaveOnly(ids);
  const { returns } = world;
  const season = await world.start(await world.create(YEAR));
  await returns.skipTo(season, day('01-01'));
  await world.untilOpened(season);
  await world.act(season, 'pauseSeason');
  await returns.skipDays(season, 10);
  await world.act(season, 'resumeSeason');
  await world.act(season, 'admitOrganisations');
  await returns.skipTo(season, day('06-12'));
  await returns.untilState(season, 'CLOSED_FOR_RETURNS');
  for (const id of ids) {
    const { handle } = await world.returnOf(season, id);
    await handle.signal(organisationEnded, { on: day('06-12') });
    await handle.result();
  }
  await returns.skipDays(season, 2);

  await season.handle.result();
  expect(await returns.caseRow(season)).toEqual({ state: 'COMPLETED', closed: true });
  const history = await season.handle.fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await workflowCode(PRODUCT) }, history);
  const json = historyToJSON(history);
  const names = await world.ask<{ name: string }>(
    'SELECT "name" FROM "Person" UNION SELECT "name" FROM "User" UNION SELECT "name" FROM "Organisation"',
    [],
  );
  const words = JSON.stringify(JSON.parse(json), (key, value: unknown) =>
    key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value,
  );
  expect(names.filter(({ name }) => words.includes(name))).toEqual([]);
  const release = process.env.BANJIE_RECORD_HISTORY;
  if (release) writeFileSync(new URL(`inspection-season-${release}.json`, HISTORIES), json);
}, 180_000);
