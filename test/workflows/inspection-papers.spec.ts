import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PaperRequest } from '#domain/paper/paper-request.js';
import { returnWordsStore } from '#prisma/stores/annual-inspection/words.store.js';
import { papers } from '../../apps/worker/src/papers.js';
import { papersOf, type PrintedDocument } from '../support/papers.js';
import { REGISTRY_LEADER, type ReturnCase, ReturnWorld } from '../support/return-world.js';

let world: ReturnWorld;
beforeAll(async () => {
  world = await ReturnWorld.open();
}, 120_000);
afterAll(() => world.close());

const issued = (on: ReturnCase): Promise<PrintedDocument[]> => papersOf(world.database, world.files, on.caseId);
const kindsOf = async (on: ReturnCase) => (await issued(on)).map(({ kind, status }) => [kind, status]);
const nameOf = async (table: 'Organisation' | 'User', id: string): Promise<string> => {
  const { rows } = await world.database.pool.query<{ name: string }>(`SELECT name FROM "${table}" WHERE id = $1`, [id]);
  return rows[0]?.name ?? 'nobody';
};

/** Sets a rectification of two items, as the API keeps their words first. */
async function order(on: ReturnCase): Promise<void> {
  const wanted = [
    { itemId: 'i1', wanted: '补开理事会并换届' },
    { itemId: 'i2', wanted: '补报党建工作部分' },
  ];
  await returnWordsStore(world.database).keepRectification(`rect-${on.caseId}`, on.caseId, wanted, Date.now());
  await world.setRectification(on);
}

const supersede = (on: ReturnCase, conclusion: string) =>
  world.act(on, { kind: 'supersede', by: REGISTRY_LEADER, facts: { conclusion, deviates: true } });

describe('the papers of a yearly return', () => {
  it('say what was concluded, for when the talk is called, and what is to be put right', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'FAIL', true);
    await world.holdTalk(on);
    await order(on);

    const [conclusion, talk, rectification, ...others] = await issued(on);

    expect(others).toEqual([]);
    expect(conclusion).toMatchObject({
      kind: 'INSPECTION_CONCLUSION',
      docNo: expect.stringMatching(/年检〔\d{4}〕\d+号$/u),
    });
    const organisation = await nameOf('Organisation', on.input.organisationId);
    for (const printed of [organisation, '作出年检结论：不合格', await nameOf('User', REGISTRY_LEADER.userId)])
      expect(conclusion?.text).toContain(printed);
    expect(talk).toMatchObject({ kind: 'TALK_NOTICE', docNo: expect.stringMatching(/约〔\d{4}〕\d+号$/u) });
    expect(talk?.text).toContain(`（见${conclusion?.docNo ?? ''}）`);
    expect(talk?.text).toMatch(/约谈日期：\d{4}年\d+月\d+日/u);
    expect(rectification).toMatchObject({
      kind: 'RECTIFICATION_ORDER',
      docNo: expect.stringMatching(/责改〔\d{4}〕\d+号$/u),
    });
    expect(rectification?.text).toMatch(/1\.补开理事会并换届\n2\.补报党建工作部分/u);
  });

  it('are none for a PASS, which has its line in the public list', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'PASS');

    expect(await issued(on)).toEqual([]);
    expect((await world.notices(on)).map(({ kind }) => kind)).not.toContain('DOCUMENT_ISSUED');
  });

  it('are no longer in force once their conclusion is replaced', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'FAIL', true);
    await world.holdTalk(on);

    await supersede(on, 'BASIC_PASS');

    expect(await kindsOf(on)).toEqual([
      ['INSPECTION_CONCLUSION', 'REPLACED'],
      ['TALK_NOTICE', 'REVOKED'],
      ['INSPECTION_CONCLUSION', 'VALID'],
    ]);
    expect((await issued(on)).at(-1)?.text).toContain('更正并作出年检结论：基本合格');
    await supersede(on, 'PASS');
    expect((await kindsOf(on)).map(([, status]) => status)).toEqual(['REPLACED', 'REVOKED', 'REVOKED']);
  });

  it('are issued once, however many workers issue them at the same moment', async () => {
    const on = await world.start();
    const templates = new URL('../../templates/', import.meta.url);
    const { issuePaper } = papers(world.database, Buffer.alloc(32, 7).toString('base64'), world.files, templates);
    const request: PaperRequest = {
      ...{ caseId: on.caseId, seq: 99, kind: 'INSPECTION_CONCLUSION', on: await world.today(on) },
      ...{ organUnitId: on.input.unitId, requestId: null },
      facts: { conclusion: 'FAIL', grounds: ['ASSET_MISUSE'], replaces: false, rectifyDays: 30, signer: 'nobody' },
    };

    const answers = await Promise.all(Array.from({ length: 10 }, () => issuePaper(request)));
    const next = await issuePaper({ ...request, seq: 100 });

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await issued(on)).toHaveLength(2);
    const numberIn = (docNo: string | null | undefined): number => Number(/〕(\d+)号/u.exec(docNo ?? '')?.[1]);
    expect(numberIn(next.docNo)).toBe(numberIn(answers[0]?.docNo) + 1);
  });
});
