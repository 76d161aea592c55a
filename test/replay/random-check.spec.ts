import { checkSheetStore } from '#prisma/stores/check-sheet.store.js';
import { type CheckCase, inspector, LEADER, OFFICER, RandomCheckWorld } from '../support/random-check-world.js';
import { replayed, wordsOf } from './recorded.js';

const ABANDONED = '该单位已办理注销登记,无法实施检查。';
const DECLINED = '检查情况与实际不符,请更正后重新签名。';

let world: RandomCheckWorld;
beforeAll(async () => {
  world = await RandomCheckWorld.open();
}, 120_000);
afterAll(() => world.close());

/** A draw of eight: one inspector steps aside, one sheet goes back, one check is abandoned, the others are published. */
async function eventfulDraw(): Promise<Record<'draw' | 'page' | 'check', CheckCase>> {
  const draw = await world.draw('留存抽查', { ratePct: '3' });
  const [eventful, abandoned, ...others] = await world.checks(draw);
  if (eventful === undefined || abandoned === undefined) throw new Error('too few checks');
  await world.act(eventful, inspector(eventful.inspectors[0]), 'recuse', { ground: 'KINSHIP' }, 'CHECK');
  const drawn = (await world.checks(draw))[0]?.inspectors ?? [];
  const [first, second] = drawn;
  const sheet = {
    checkedOn: '2026-01-01',
    inspectors: [...drawn],
    items: [{ item: '内部治理', ok: true }],
    result: 'NO_PROBLEM' as const,
    signed: true,
  };
  await checkSheetStore(world.database).save(eventful.caseId, 0, sheet, { userId: first ?? '', at: Date.now() });
  await world.act(eventful, inspector(first), 'fileSheet', { version: 1 }, 'CHECK');
  await world.act(eventful, inspector(second), 'confirm', { answer: 'DECLINE' }, 'SIGN_SHEET', DECLINED);
  await world.check({ ...eventful, inspectors: drawn });
  await world.skipDays(eventful, 40);
  await world.act(abandoned, LEADER, 'abandonCheck', {}, null, ABANDONED);
  for (const check of others) await world.check(check);
  for (const check of [eventful, ...others]) await world.act(check, OFFICER, 'publishResult', {}, 'PUBLISH_RESULT');
  await world.untilState(draw, 'PUBLISHED');
  const page = { ...draw, handle: world.client.workflow.getHandle(`${draw.handle.workflowId}:checks-1`) };
  return { draw, page, check: eventful };
}

it('the histories of a draw, of its page and of a check replay, and hold neither names, nor words, nor the seed', async () => {
  const cases = await eventfulDraw();
  const { pool } = world.database;
  const { rows: people } = await pool.query<{ name: string }>(
    'SELECT name FROM "User" UNION SELECT name FROM "Organisation"',
  );
  const { rows: draws } = await pool.query<{ seed: string }>(`SELECT "published"->>'seed' AS seed FROM "RandomDraw"`);
  const secrets = [...people.map(({ name }) => name), ...draws.map(({ seed }) => seed), ABANDONED, DECLINED, '票据'];

  for (const [name, { handle }] of Object.entries(cases)) {
    await handle.result();
    const history = await handle.fetchHistory();
    const words = wordsOf(history);
    expect(secrets.filter((secret) => words.includes(secret))).toEqual([]);
    await replayed(`random-check-${name}`, history);
  }
}, 120_000);
