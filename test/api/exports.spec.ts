import { z } from 'zod';

import { applicantOf, memberOf, ORG, USER } from '#prisma/demonstration/handles.js';
import { openWorkbook } from '../../apps/api/src/workbooks/read-workbook.js';
import { listWorkbook } from '../../apps/api/src/workbooks/write-workbook.js';
import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import request from 'supertest';
import { binary, changed } from '../support/workbooks.js';
import { Office, refused } from './office.js';

let office: Office;
let caseNo: string;
beforeAll(async () => {
  office = await Office.open();
  caseNo = await office.submit(ORG.eligible, 4);
}, 120_000);
afterAll(() => office.close());

async function exported(userId: string, address: string) {
  const cookie = await office.signIn(userId);
  const answer = await request(office.app.getHttpServer())
    .get(`/api/v1/exports/${address}`)
    .set('Cookie', cookie)
    .buffer()
    .parse(binary)
    .expect(200);
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  const book = await openWorkbook(z.instanceof(Buffer).parse(answer.body));
  const rows = await book.read(book.sheets[0] ?? '', 200_000);
  return { sheet: book.sheets[0], rows: rows.map(({ cells }) => cells.map(({ text }) => text)) };
}

describe('a list as a workbook', () => {
  it('holds what the list shows to its reader, with Chinese headings and dates as dates', async () => {
    const todo = await exported(USER.neijiangReviewer, 'todo');

    expect(todo.sheet).toBe('待办');
    expect(todo.rows[0]).toEqual([
      '办件编号',
      '标题',
      '事项',
      '社会组织',
      '办理状态',
      '办理环节',
      '办理期限',
      '是否超期',
      '到达时间',
    ]);
    expect(todo.rows.slice(1)).toEqual([
      [
        caseNo,
        expect.any(String),
        expect.any(String),
        '内江市星禾助老服务协会',
        '已提交',
        '受理审查',
        expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        '否',
        expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      ],
    ]);
    expect((await exported(USER.xiuzhouSigner, 'todo')).rows).toHaveLength(1);
    expect((await exported(applicantOf(ORG.eligible), 'started')).rows.map(([first]) => first)).toEqual([
      '办件编号',
      caseNo,
    ]);
  });

  it.each(['overdue', 'done', 'copied', 'followed', 'cases'])('is there for %s', async (list) => {
    expect((await exported(USER.neijiangReviewer, list)).rows[0]?.[0]).toBe('办件编号');
  });

  it('of organisations goes over all pages, filtered as the list is', async () => {
    const all = await exported(USER.neijiangReviewer, 'organisations');
    expect(all.rows.length - 1).toBe(await office.database.rows.organisation.count());

    const some = await exported(USER.neijiangReviewer, `organisations?name=${encodeURIComponent('星禾')}`);
    expect(some.rows.map(([first]) => first)).toEqual(['组织名称', '内江市星禾助老服务协会']);
    expect((await exported(applicantOf(ORG.eligible), 'organisations')).rows).toHaveLength(2);
  });

  it('of people has masked numbers, and is nobody’s who may not see them', async () => {
    const people = await exported(applicantOf(ORG.eligible), `people?organisationId=${ORG.eligible}`);

    expect(people.rows[1]?.[1]).toMatch(/^\d{4}\*{10}\d{3}[\dX]$/);
    expect(JSON.stringify(people.rows)).not.toMatch(/\d{17}[\dX]|1\d{10}/);
    expect(await office.get(memberOf(ORG.eligible, 0), `/exports/people?organisationId=${ORG.eligible}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  });

  it('is refused for a list or a filter that there is not, and without a session', async () => {
    expect(await office.get(USER.neijiangReviewer, '/exports/secrets')).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(USER.neijiangReviewer, '/exports/todo?limit=3')).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await office.get(USER.neijiangReviewer, '/exports/organisations?colour=red')).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await office.get(null, '/exports/todo')).toMatchObject(refused(401, 'SIGN_IN_REQUIRED'));
  });
});

it('a text that begins like a formula stays text, and is marked as text for whoever copies it', async () => {
  const dangerous = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx'];
  const bytes = await buffer(
    listWorkbook({ zh: '待办', columns: [{ zh: '标题' }], rows: dangerous.map((text) => [text]) }),
  );

  const seen: string[] = [];
  changed(bytes, 'xl/worksheets/sheet1.xml', (xml) => (seen.push(xml), xml));
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const formats = dangerous.map((_, index) => sheets[0]?.cells?.get(`${index + 1},0`)?.style?.numFmt);
  expect(formats).toEqual(dangerous.map(() => '@'));
  expect(seen.join('')).not.toContain('<f>');
  const book = await openWorkbook(bytes);
  expect((await book.read('待办', 10)).slice(1).map(({ cells: [cell] }) => cell?.text)).toEqual(
    dangerous.map((text) => text.trim()),
  );
});
