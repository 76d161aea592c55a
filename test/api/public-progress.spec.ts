import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import { Office, refused } from './office.js';

const APPLICANT = applicantOf(ORG.eligible);
const YEAR_MS = 366 * 24 * 3600 * 1000;

let office: Office;
let now = 0;
let caseNo: string;
let code: string;

beforeAll(async () => {
  office = await Office.open({ clock: () => Date.now() + now });
  caseNo = await office.submit(ORG.eligible, 3);
  const told = await office.must(office.get(APPLICANT, `/cases/${caseNo}/progress-code`));
  code = String(told.body.code);
}, 120_000);
afterAll(() => office.close());

const progress = (no: string, by: string) => office.get(null, `/public/progress/${no}/${by}`);

describe('following a case without signing in', () => {
  it('takes a code that only those of the applicant’s side are told', async () => {
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await office.get(USER.neijiangIntake, `/cases/${caseNo}/progress-code`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.get(applicantOf(ORG.withdrawn), `/cases/${caseNo}/progress-code`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.get(null, `/cases/${caseNo}/progress-code`)).toMatchObject({ status: 401 });
  });

  it('tells where the case stands, and no name, title or word of anybody', async () => {
    const { status, body } = await progress(caseNo, code.toLowerCase().replaceAll('-', ' '));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      caseNo,
      matter: { zh: expect.any(String) },
      state: { slug: 'SUBMITTED' },
      closedAt: null,
      waiting: [{ byApplicant: false, paused: false, dueAt: expect.any(String) }],
    });
    expect(body.steps).toHaveLength(1);
    expect(Object.keys(body).toSorted()).toEqual(
      ['caseNo', 'closedAt', 'matter', 'organ', 'state', 'steps', 'submittedAt', 'updatedAt', 'waiting'].toSorted(),
    );
    const people = await office.database.rows.person.findMany({ select: { name: true } });
    const text = JSON.stringify(body);
    expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
  });

  it('answers a wrong code, the code of another case and a number that nobody has the same', async () => {
    const other = await office.submit(ORG.withdrawn, 4);
    const unknown = refused(404, 'PROGRESS_UNKNOWN');

    expect(await progress(caseNo, '0000-0000-0000-0000')).toMatchObject(unknown);
    expect(await progress(caseNo, 'abc')).toMatchObject(unknown);
    expect(await progress(other, code)).toMatchObject(unknown);
    expect(await progress('M01-511000-2026-99999', code)).toMatchObject(unknown);
    expect(await progress('nothing', code)).toMatchObject(unknown);
  });

  it('ends a year after the case did', async () => {
    await office.must(office.act(APPLICANT, caseNo, 'withdraw', null, { opinion: '因情况变化,申请撤回本次申请。' }));
    expect(await progress(caseNo, code)).toMatchObject({ status: 200, body: { waiting: [] } });

    now = YEAR_MS;

    expect(await progress(caseNo, code)).toMatchObject(refused(404, 'PROGRESS_OVER'));
    now = 0;
  });

  it('is no place to guess: an address is bounded', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => progress(caseNo, '0000-0000-0000-0000')));

    expect(answers.at(-1)?.status === 429 || answers.some(({ status }) => status === 429)).toBe(true);
    const late = await progress(caseNo, code);
    expect(late).toMatchObject(refused(429, 'TOO_MANY_ATTEMPTS'));
    expect(late.headers['retry-after']).toMatch(/^\d+$/);
  });
});

describe('the public pages of rounds', () => {
  it('are bounded too, all of a kind together', async () => {
    expect(await office.get(null, '/public/rounds?limit=1')).toMatchObject({ status: 200 });
    await office.database.pool.query(`UPDATE "RateLimit" SET "count" = 600 WHERE "key" LIKE 'rounds|%'`);

    expect(await office.get(null, '/public/rounds/nothing/results')).toMatchObject(refused(429, 'TOO_MANY_ATTEMPTS'));
    expect(await office.get(null, '/public/rounds?limit=1')).toMatchObject(refused(429, 'TOO_MANY_ATTEMPTS'));
    expect(await office.get(null, '/public/seasons')).toMatchObject({ status: 200, body: { items: [] } });
  });
});
