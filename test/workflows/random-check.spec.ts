import { randomUUID } from 'node:crypto';

import { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { verifyDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { limitDue } from '#domain/due/limit-due.rule.js';
import { asId, type RequestId } from '#domain/ids.js';
import { calendarStore } from '#prisma/stores/calendar.store.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import { type CheckCase, inspector, LEADER, OFFICER, RandomCheckWorld } from '../support/random-check-world.js';
import { sha256 } from '../support/sha256.js';

let world: RandomCheckWorld;
beforeAll(async () => {
  world = await RandomCheckWorld.open();
}, 120_000);
afterAll(() => world.close());

const publishedOf = async (draw: CheckCase) =>
  PublishedDraw.parse(await randomCheckReadingStore(world.database).published(draw.caseId));

it('ten callers of the draw, each with a request of their own, draw once', async () => {
  const draw = await world.plan('十人同时抽取');
  await world.act(draw, OFFICER, 'commitDraw', {}, 'COMMIT_DRAW');
  const taskId = await world.taskFor(draw, LEADER, 'DRAW_CHECKS');
  const ask = () => {
    const requestId = asId<RequestId>(randomUUID());
    const kind = 'drawChecks';
    return world.send(draw, { requestId, fingerprint: kind, kind, actor: LEADER, taskId, seenSeq: null, facts: {} });
  };

  const answers = await Promise.allSettled(Array.from({ length: 10 }, ask));

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await world.untilState(draw, 'CHECKING');
  expect(await world.checks(draw)).toHaveLength(28);
  expect(verifyDraw(await publishedOf(draw), sha256).same).toBe(true);
}, 60_000);

it('ten redraws at the same time are ten redraws in one order that everybody can repeat', async () => {
  const draw = await world.draw('十人同时回避');
  const checks = (await world.checks(draw)).slice(0, 10);

  await Promise.all(
    checks.map((check) => world.act(check, inspector(check.inspectors[0]), 'recuse', { ground: 'INTEREST' }, 'CHECK')),
  );

  const published = await publishedOf(draw);
  expect(published.redraws).toHaveLength(10);
  expect(verifyDraw(published, sha256)).toEqual({ same: true, differences: [] });
  const after = (await world.checks(draw)).slice(0, 10);
  for (const [place, check] of checks.entries()) {
    expect(after[place]?.inspectors).not.toContain(check.inspectors[0]);
    const holders = (await world.tasks(check)).map(({ assigneeKey }) => assigneeKey.replace('user:', ''));
    expect(holders.toSorted()).toEqual([...(after[place]?.inspectors ?? [])].toSorted());
  }
}, 60_000);

it('a result is due twenty working days after the check, and its delay calls the leader', async () => {
  const draw = await world.draw('公示期限', { ratePct: '3' });
  const [check] = await world.checks(draw);
  if (check === undefined) throw new Error('no check');
  await world.check(check);
  expect(await world.state(check)).toBe('CHECKED');

  const [task] = await world.tasks(check);
  const calendar = workCalendar(await calendarStore(world.database).all());
  const from = startOfDayShanghai(shanghaiDate(Date.now()));
  expect(task?.kind).toBe('PUBLISH_RESULT');
  expect(task?.dueAt?.getTime()).toBe(limitDue(calendar, { unit: 'WD', length: 20, from }));

  await world.skipDays(check, ((task?.dueAt?.getTime() ?? 0) - Date.now()) / 86_400_000 + 0.01);
  await world.until(async () => (await world.notices(check)).some(({ kind }) => kind === 'ESCALATED'));
  expect(await world.notices(check)).toContainEqual({ kind: 'ESCALATED', recipientKey: `user:${LEADER.userId}` });

  await world.act(check, OFFICER, 'publishResult', {}, 'PUBLISH_RESULT');
  await check.handle.result();
  expect(await world.state(check)).toBe('PUBLISHED');
}, 60_000);

it('a draw sees by itself within a day that nothing is left, also when nobody told it', async () => {
  const draw = await world.draw('每日核对', { ratePct: '3' });
  await world.database.pool.query('UPDATE "Inspection" SET "abandonedAt" = now() WHERE "drawCaseId" = $1', [
    draw.caseId,
  ]);
  expect(await world.state(draw)).toBe('CHECKING');

  await world.skipDays(draw, 1.01);

  await world.untilState(draw, 'PUBLISHED');
  await draw.handle.result();
  expect(await world.notices(draw)).toContainEqual({ kind: 'CHECKS_PUBLISHED', recipientKey: `user:${LEADER.userId}` });
}, 60_000);

it('a draw of every organisation of the registry keeps its own history short: six events a page of a hundred', async () => {
  const draw = await world.draw('全量检查', { ratePct: '100' });

  const { rows } = await world.database.pool.query<{ checks: number; started: number }>(
    `SELECT count(*)::int AS checks, count(c."startedAt")::int AS started FROM "Inspection" i JOIN "Case" c ON c."id" = i."caseId"
     WHERE i."drawCaseId" = $1`,
    [draw.caseId],
  );
  expect(rows[0]).toEqual({ checks: 284, started: 284 });
  const { historyLength } = await draw.handle.describe();
  expect(historyLength).toBeLessThan(80);
  const page = await world.client.workflow.getHandle(`${draw.handle.workflowId}:checks-1`).describe();
  expect(page.status.name).toBe('COMPLETED');
  expect(page.historyLength).toBeLessThan(350);
}, 120_000);

it('inspectors with a bond to an organisation are never drawn for it', async () => {
  const { rows: everybody } = await world.database.pool.query<{ id: string }>(
    `SELECT "id" FROM "Organisation" WHERE "registryUnitId" = $1 AND "legalStatus" = 'REGISTERED' ORDER BY "id" LIMIT 40`,
    [OFFICER.unitId],
  );
  const [first] = [inspector('user-jimei-inspector-1').userId];
  await world.database.pool.query(
    `INSERT INTO "Person" ("id", "name", "sex") VALUES ('person-inspector', '检查员甲', 'F') ON CONFLICT DO NOTHING`,
  );
  await world.database.pool.query('UPDATE "User" SET "personId" = $2 WHERE "id" = $1', [first, 'person-inspector']);
  for (const { id } of everybody)
    await world.database.pool.query(
      `INSERT INTO "OrgPost" ("id", "organisationId", "personId", "post", "from") VALUES ($1, $2, 'person-inspector', 'EMPLOYEE', '2020-01-01')`,
      [`post-${id}`, id],
    );

  const draw = await world.draw('利害关系', { ratePct: '100' });

  const published = await publishedOf(draw);
  expect(published.recusals).toHaveLength(40);
  const bound = new Set(everybody.map(({ id }) => id));
  const theirs = (await world.checks(draw)).filter(({ inspectors }) => inspectors.includes(first));
  expect(theirs.length).toBeGreaterThan(0);
  expect(theirs.filter(({ organisationId }) => bound.has(organisationId))).toEqual([]);
  expect(JSON.stringify(published)).not.toContain('EMPLOYEE');
}, 120_000);
