import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { organisationEnded } from '#workflows/annual-inspection/contract.js';
import { SeasonWorld } from '../support/season-world.js';
import { replayed, wordsOf } from './recorded.js';

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
  const names = await world.ask<{ name: string }>(
    'SELECT "name" FROM "Person" UNION SELECT "name" FROM "User" UNION SELECT "name" FROM "Organisation"',
    [],
  );
  const words = wordsOf(history);
  expect(names.filter(({ name }) => words.includes(name))).toEqual([]);
  await replayed('inspection-season', history);
}, 180_000);
