import { Worker } from '@temporalio/worker';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { organisationEnded } from '#workflows/annual-inspection/contract.js';
import { seasonStore } from '#prisma/stores/season.store.js';
import { applicantOf, INSPECTOR_1, INSPECTOR_2, REGISTRY_OFFICER, type ReturnCase } from '../support/return-world.js';
import { PRODUCT, workflowCode } from '../support/workflow-code.js';
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
    const filing = await world.ask<{ due: string; n: number }>(
      `SELECT t."kind" || ' ' || (t."dueAt" + interval '8 hours')::date AS due, count(*)::int AS n FROM "Task" t
       JOIN "SeasonMember" m ON m."caseId" = t."caseId" WHERE m."seasonId" = $1 AND t."status" = 'OPEN' GROUP BY 1`,
      [season.caseId],
    );
    expect(filing).toEqual([{ due: `FILE_RETURN ${day('05-31')}`, n: standings.REQUIRED }]);
  }, 240_000);
});

/** A season with a return at every desk. */
async function inFlight(few: SeasonWorld, ids: readonly string[]) {
  const { returns } = few;
  const season = await few.start(await few.create(YEAR));
  await returns.skipTo(season, day('01-01'));
  await few.untilOpened(season);
  const returnOf = (n: number) => few.returnOf(season, ids[n] ?? '');
  const [notFiled, atIntake] = [await returnOf(0), await returnOf(1)];
  const [atConclusion, supplementing, concluded] = [await returnOf(2), await returnOf(3), await returnOf(4)];
  await returns.file(atIntake);
  await returns.bringToConclusion(atConclusion);
  await returns.file(supplementing);
  const items = { items: ['AUDIT_REPORT'] };
  await returns.act(supplementing, { kind: 'supplement', by: REGISTRY_OFFICER, task: 'INTAKE', facts: items });
  await returns.bringToConclusion(concluded);
  await returns.conclude(concluded, 'FAIL', true);
  return { season, notFiled, atIntake, atConclusion, supplementing, concluded };
}

/** From FAIL to RECTIFIED. */
async function finish({ returns }: SeasonWorld, on: ReturnCase): Promise<void> {
  await returns.publish(on);
  await returns.holdTalk(on);
  await returns.setRectification(on);
  await returns.handIn(on);
  await returns.verify(on, INSPECTOR_1);
  await returns.verify(on, INSPECTOR_2);
}

describe('a season of a few organisations', () => {
  let few: SeasonWorld;
  const ids = [1, 2, 3, 4, 5].map(jimeiOrganisation);
  beforeAll(async () => {
    few = await SeasonWorld.open();
    await few.leaveOnly(ids);
    // Directly with the registry: one closing day for all.
    await few.change('UPDATE "Organisation" SET "supervisoryUnitId" = NULL WHERE "id" = ANY($1)', [ids]);
  }, 120_000);
  afterAll(() => few.close());

  it('is created once for a registry and year, and a cancelled one makes room for another', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => few.create(YEAR + 1)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const row = await few.create(YEAR + 2);
    const season = await few.start(row);
    await expect(few.create(YEAR + 2)).rejects.toMatchObject({
      refusal: { code: 'AI_SEASON_DUPLICATE', details: { season: row.caseNo } },
    });

    await expect(few.act(season, 'cancelSeason', REGISTRY_OFFICER)).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await few.act(season, 'cancelSeason');
    await season.handle.result();
    expect(await few.returns.caseRow(season)).toEqual({ state: 'CANCELLED', closed: true });
    expect((await few.create(YEAR + 2)).caseNo).not.toBe(row.caseNo);
  }, 60_000);

  it('stands still with all that is in flight, goes on with every limit moved by the pause, and ends when all have ended', async () => {
    const { returns } = few;
    const { season, notFiled, atIntake, atConclusion, supplementing, concluded } = await inFlight(few, ids);
    const all = [notFiled, atIntake, atConclusion, supplementing, concluded];
    const before = await Promise.all(all.map((each) => few.dues(each)));

    await expect(few.act(season, 'pauseSeason', applicantOf(notFiled))).rejects.toMatchObject({
      code: 'AUTH_NOT_ALLOWED',
    });
    await expect(few.act(season, 'pauseSeason', INSPECTOR_1)).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await few.act(season, 'pauseSeason', REGISTRY_OFFICER);
    await returns.until(async () =>
      (await Promise.all(all.map((each) => returns.tasks(each)))).every((open) => open.length === 0),
    );
    expect(await returns.state(season)).toBe('PAUSED');
    await expect(few.act(season, 'completeSeason')).rejects.toMatchObject({ code: 'CASE_STATE_CONFLICT' });

    for (const each of [season, ...all]) await returns.skipDays(each, 30);
    await few.act(season, 'resumeSeason', REGISTRY_OFFICER);
    await returns.until(async () =>
      (await Promise.all(all.map((each) => returns.tasks(each)))).every((open) => open.length > 0),
    );

    const after = await Promise.all(all.map((each) => few.dues(each)));
    expect(after.map((tasks) => tasks.map(({ kind }) => kind))).toEqual(
      before.map((tasks) => tasks.map(({ kind }) => kind)),
    );
    expect(after[0]?.[0]?.due).toBe(shanghaiDate(Date.parse(day('05-31')) + 30 * 86_400_000));
    expect(await few.datesOf(season)).toMatchObject({ toRegistry: after[0]?.[0]?.due, pausedOn: null });
    for (const [n, tasks] of after.entries())
      for (const [k, { due }] of tasks.entries()) expect(due > (before[n]?.[k]?.due ?? '')).toBe(true);

    await returns.skipTo(season, day('07-03'));
    await returns.untilState(season, 'CLOSED_FOR_RETURNS');
    await expect(few.act(season, 'completeSeason', REGISTRY_OFFICER)).rejects.toMatchObject({
      code: 'AUTH_NOT_ALLOWED',
    });
    await expect(few.act(season, 'completeSeason')).rejects.toMatchObject({
      code: 'AI_SEASON_NOT_ENDED',
      told: { details: { open: 5, caseNos: all.map(({ caseNo }) => caseNo) } },
    });
    await returns.conclude(atConclusion, 'PASS');
    await returns.publish(atConclusion);
    await finish(few, concluded);
    for (const each of [notFiled, atIntake, supplementing])
      await each.handle.signal(organisationEnded, { on: await returns.today(each) });
    await Promise.all(all.map((each) => each.handle.result()));
    await few.act(season, 'completeSeason');

    await season.handle.result();
    expect(await returns.caseRow(season)).toEqual({ state: 'COMPLETED', closed: true });
    const tally = await seasonStore(returns.database).tally(season.caseId);
    expect(tally).toMatchObject({
      ...{ required: 2, complete: 2, filed: 2, talksOwed: 1, talksHeld: 1, rectificationsSet: 1, rectifiedInTime: 1 },
      conclusions: { PASS: 1, FAIL: 1, EXEMPT: 3 },
    });
    const frozen = await seasonStore(returns.database).frozen(season.caseId, null);
    const days = [...new Set(frozen.map(({ asOf }) => asOf))];
    expect(days).toEqual([...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'].map(day), day('07-03')]);
    const { historyLength } = await season.handle.describe();
    expect(historyLength).toBeLessThan(200);
    await Worker.runReplayHistory({ workflowBundle: await workflowCode(PRODUCT) }, await season.handle.fetchHistory());
  }, 240_000);
});
