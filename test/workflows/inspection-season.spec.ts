import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { SeasonWorld } from '../support/season-world.js';

/** The year now: its season opens on the first of January next year. */
const YEAR = Number(shanghaiDate(Date.now()).slice(0, 4));
const day = (monthDay: string) => parseIsoDate(`${YEAR + 1}-${monthDay}`);

let world: SeasonWorld;
beforeAll(async () => {
  world = await SeasonWorld.open();
}, 120_000);
afterAll(() => world.close());

describe('a season of 450 organisations', () => {
  it('opens in pages on its day, with a return for everybody who owes one, and a short history of its own', async () => {
    await world.addOrganisations(163);
    await world.addOrganisations(3, null, 'org-undated');
    const season = await world.start(await world.create(YEAR));
    expect(await world.returns.state(season)).toBe('PLANNED');

    await world.returns.skipTo(season, day('01-01'));
    await world.untilOpened(season);

    const standings = await world.standings(season);
    expect(standings).toMatchObject({ UNDECIDED: 3 });
    expect(Object.values(standings).reduce((sum, n) => sum + n, 0)).toBe(450);
    const numbers = await world.ask<{ n: number }>(
      `SELECT right(c."caseNo", 5)::int AS n FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId" WHERE m."seasonId" = $1 ORDER BY 1`,
      [season.caseId],
    );
    expect(numbers.map(({ n }) => n)).toEqual(Array.from({ length: standings.REQUIRED ?? 0 }, (_, i) => i + 1));
    const { historyLength } = await season.handle.describe();
    expect(historyLength).toBeLessThan(40);
  }, 240_000);
});
