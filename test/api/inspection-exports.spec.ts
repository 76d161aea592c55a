import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { z } from 'zod';

import { applicantOf, USER } from '#prisma/demonstration/handles.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { openWorkbook } from '../../apps/api/src/workbooks/read-workbook.js';
import { binary } from '../support/workbooks.js';
import { Office, refused } from './office.js';
import { INSPECTED, LEADER, OFFICER, ReturnOffice } from './return-office.js';

let office: Office;
let returns: ReturnOffice;
let passed: string;
let season: string;
beforeAll(async () => {
  office = await Office.open();
  returns = new ReturnOffice(office);
  season = await returns.season();
  passed = await returns.bringToConclusion(jimeiOrganisation(1));
  await office.must(
    office.act(LEADER, passed, 'conclude', 'CONCLUDE', { facts: { conclusion: 'PASS', deviates: false } }),
  );
  await office.must(office.act(OFFICER, passed, 'publishConclusion', 'PUBLISH'));
  await returns.start(jimeiOrganisation(2));
}, 120_000);
afterAll(() => office.close());

async function exported(userId: string, address: string) {
  const answer = await request(office.app.getHttpServer())
    .get(`/api/v1/exports/${address}`)
    .set('Cookie', await office.signIn(userId))
    .buffer()
    .parse(binary)
    .expect(200);
  const book = await openWorkbook(z.instanceof(Buffer).parse(answer.body));
  const rows = await book.read(book.sheets[0] ?? '', 1_000);
  return { sheet: book.sheets[0], rows: rows.map(({ cells }) => cells.map(({ text }) => text)) };
}

it('the board of a season is exported as its registry sees it, by what they did', async () => {
  const all = await exported(OFFICER, `season-returns?caseNo=${season}`);
  const unfiled = await exported(OFFICER, `season-returns?caseNo=${season}&filed=NO`);

  expect(all.sheet).toBe('年检报送情况');
  expect(all.rows[0]?.slice(0, 4)).toEqual(['社会组织', '统一社会信用代码', '是否应报送', '依据']);
  expect(all.rows).toHaveLength(3);
  expect(all.rows.find((row) => row.includes(passed))).toEqual(expect.arrayContaining(['应报送', '按时', '合格']));
  expect(unfiled.rows).toHaveLength(2);
  expect(await office.get(USER.neijiangRegistry, `/exports/season-returns?caseNo=${season}`)).toMatchObject(
    refused(404, 'NOT_FOUND'),
  );
  expect(await office.get(OFFICER, '/exports/season-returns')).toMatchObject(refused(400, 'FIELD_INVALID'));
});

it('published conclusions are exported by year', async () => {
  const applicant = applicantOf(jimeiOrganisation(2));

  const { sheet, rows } = await exported(applicant, `conclusions?year=${INSPECTED}`);

  expect(sheet).toBe('年检结论公告');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual(expect.arrayContaining(['合格', '否']));
  expect((await exported(applicant, `conclusions?year=${INSPECTED}&conclusion=FAIL`)).rows).toHaveLength(1);
});

it('draws and what they drew are exported for their own registry', async () => {
  const plan = { year: INSPECTED, purpose: '年度抽查' };
  const made = await office.post(OFFICER, '/random-checks', plan);
  expect(made).toMatchObject({ status: 201 });
  const caseNo = String(made.body.caseNo);

  expect((await exported(OFFICER, 'random-checks')).rows.map(([first]) => first)).toEqual(['办件编号', caseNo]);
  expect((await exported(USER.neijiangRegistry, 'random-checks')).rows).toHaveLength(1);
  const checks = await exported(OFFICER, `drawn-checks?caseNo=${caseNo}`);
  expect(checks).toMatchObject({ sheet: '抽中单位', rows: [expect.arrayContaining(['检查人员', '检查结果'])] });
  expect(await office.get(USER.neijiangRegistry, `/exports/drawn-checks?caseNo=${caseNo}`)).toMatchObject(
    refused(404, 'NOT_FOUND'),
  );
});
