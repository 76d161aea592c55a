import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { jest } from '@jest/globals';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { noFaults } from '#domain/workbook/plan-import.rule.js';
import { readOrganisations } from '#domain/workbook/read-row.js';
import { INSTRUCTIONS_ZH, SHEETS } from '#domain/workbook/sheets.js';
import { columnCipher } from '#prisma/crypto.js';
import { importJobStore } from '#prisma/stores/import/import-job.store.js';
import { ImportCut, importStore } from '#prisma/stores/import/import.store.js';
import { personStore } from '#prisma/stores/person.store.js';
import { readImportSheets } from '../../apps/api/src/workbooks/import-sheets.js';
import { openWorkbook } from '../../apps/api/src/workbooks/read-workbook.js';
import { importWorkbook } from '../../apps/cli/import.js';
import {
  binary,
  changed,
  codeOf,
  idNoOf,
  memberRow,
  organisationRow,
  postRow,
  workbook,
} from '../support/workbooks.js';
import type { Sheets } from '../support/workbooks.js';
import { key, openApi, PASSWORD } from './api.js';
import type { Api, Signed } from './api.js';

// An import is work of its own beside the request: a loaded machine takes its time.
jest.setTimeout(60_000);

const IMPORTS = '/api/v1/imports';
const Job = z.looseObject({
  id: z.string(),
  state: z.looseObject({ slug: z.string() }),
  sheets: z.array(
    z.looseObject({ sheet: z.string(), rows: z.int(), faulty: z.int(), created: z.int(), updated: z.int() }),
  ),
  faults: z.array(z.looseObject({ sheet: z.string(), row: z.int(), column: z.string(), messageZh: z.string() })),
});
type Job = z.output<typeof Job>;

let api: Api;
let officer: Signed;
let elsewhere: Signed;
let admin: Signed;
let clerk: Signed;

beforeAll(async () => {
  api = await openApi();
  officer = await api.signedIn('officer', { role: 'REGISTRY_OFFICER', unitId: 'unit-1' });
  elsewhere = await api.signedIn('elsewhere', { role: 'REGISTRY_OFFICER', unitId: 'unit-2' });
  admin = await api.signedIn('admin', { role: 'ADMIN', unitId: 'unit-1' });
  clerk = await api.signedIn('clerk', { role: 'APPLICANT_USER', organisationId: 'org-1' });
}, 60_000);
afterAll(() => api.close());

const send = ({ agent }: Signed, bytes: Buffer, used = key()) =>
  agent.post(IMPORTS).set('Idempotency-Key', used).attach('file', bytes, '名册.xlsx');

/** Sends a workbook and waits for its end. */
async function imported(who: Signed, sheets: Sheets | Buffer): Promise<Job> {
  const sent = await send(who, Buffer.isBuffer(sheets) ? sheets : await workbook(sheets));
  expect(sent).toMatchObject({ status: 202, body: { state: { slug: 'RUNNING' } } });
  return ended(who, Job.parse(sent.body).id);
}

async function ended({ agent }: Signed, id: string): Promise<Job> {
  for (let tries = 0; tries < 2_400; tries += 1) {
    const job = Job.parse((await agent.get(`${IMPORTS}/${id}`).expect(200)).body);
    if (job.state.slug !== 'RUNNING') return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the import did not end');
}

const organisation = (n: number) => api.database.rows.organisation.findUnique({ where: { uscc: codeOf(n) } });

it('the template names every column, and an import takes it back when it is filled', async () => {
  const { body } = await officer.agent.get(`${IMPORTS}/template`).buffer().parse(binary).expect(200);
  const template = await openWorkbook(z.instanceof(Buffer).parse(body));

  expect(template.sheets).toEqual([INSTRUCTIONS_ZH, ...SHEETS.map(({ zh }) => zh)]);
  expect(await send(officer, z.instanceof(Buffer).parse(body))).toMatchObject({
    status: 422,
    body: { code: 'WORKBOOK_EMPTY' },
  });
});

describe('a workbook without faults', () => {
  it('brings organisations, posts and Party members in, personal numbers sealed', async () => {
    const job = await imported(officer, {
      organisations: [organisationRow(1), organisationRow(2)],
      posts: [postRow(1, 1), postRow(2, 2), postRow(1, 3, { 职务: '理事', 是否法定代表人: '否' })],
      members: [memberRow(1, 1), memberRow(1, 3, { 党员类别: '预备党员', 转正日期: '' })],
    });

    expect(job).toMatchObject({
      state: { slug: 'IMPORTED' },
      sheets: [
        { sheet: '社会组织', rows: 2, faulty: 0, created: 2, updated: 0 },
        { sheet: '任职', rows: 3, faulty: 0, created: 3, updated: 0 },
        { sheet: '党员', rows: 2, faulty: 0, created: 2, updated: 0 },
      ],
    });
    expect(await organisation(1)).toMatchObject({
      name: '秀洲区第1示例协会',
      registryUnitId: 'unit-1',
      fieldTags: ['助老', '志愿服务'],
      councilSize: 15,
    });
    const people = personStore(api.database, columnCipher(api.config.dataKey));
    const found = await people.ofOrganisation((await organisation(1))?.id ?? '', shanghaiDate(api.clock.now));
    expect(found).toMatchObject([
      {
        name: '示例1',
        idNoMasked: `${idNoOf(1).slice(0, 4)}**********${idNoOf(1).slice(-4)}`,
        phoneMasked: '138****0000',
        status: 'FULL',
        inCouncil: true,
        relationStatus: 'NOT_TRANSFERRED',
      },
      { name: '示例3', status: 'PROBATIONARY', inCouncil: true },
    ]);
  });

  it('is sent again: what has the same code is updated, and nobody is there twice', async () => {
    const job = await imported(officer, {
      organisations: [organisationRow(1, { 住所: '嘉兴市秀洲区新址8号', 理事人数: '' })],
      posts: [postRow(1, 1, { 离任日期: '2026-06-30', 联系电话: '' })],
      members: [memberRow(1, 1, { 转正日期: '2011/7/1' })],
    });

    expect(job).toMatchObject({
      state: { slug: 'IMPORTED' },
      sheets: [
        { created: 0, updated: 1 },
        { created: 0, updated: 1 },
        { created: 0, updated: 1 },
      ],
    });
    expect(await organisation(1)).toMatchObject({ address: '嘉兴市秀洲区新址8号', councilSize: 15 });
    const person = await api.database.rows.person.findMany({ where: { name: '示例1' } });
    expect(person).toHaveLength(1);
    expect(person[0]).toMatchObject({ fullSince: new Date('2011-07-01T00:00:00Z'), phoneCipher: expect.anything() });
    expect(await api.database.rows.orgPost.findMany({ where: { personId: person[0]?.id ?? '' } })).toMatchObject([
      { to: new Date('2026-06-30T00:00:00Z') },
    ]);
  });
});

describe('a sheet with a fault', () => {
  it('writes nothing, while the sheets beside it are taken; the report says in every row what to do', async () => {
    const wrong = codeOf(12).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const job = await imported(officer, {
      organisations: [organisationRow(11)],
      posts: [
        postRow(11, 11),
        postRow(11, 12),
        postRow(11, 13, {
          是否法定代表人: '',
          公民身份号码: `${idNoOf(13).slice(0, 17)}${idNoOf(13).endsWith('0') ? '1' : '0'}`,
          任职日期: '去年',
        }),
        postRow(99, 14),
        postRow(11, 15, { 组织代码: wrong, 是否法定代表人: '也许' }),
      ],
      members: [memberRow(11, 11)],
    });

    expect(job).toMatchObject({
      state: { slug: 'REJECTED' },
      sheets: [
        { sheet: '社会组织', faulty: 0, created: 1 },
        { sheet: '任职', rows: 5, faulty: 4, created: 0, updated: 0 },
        { sheet: '党员', faulty: 1, created: 0 },
      ],
    });
    expect(job.faults.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
      '任职 3 是否法定代表人',
      '任职 4 公民身份号码',
      '任职 4 任职日期',
      '任职 5 组织代码',
      '任职 6 是否法定代表人',
      '党员 2 公民身份号码',
    ]);
    expect(await api.database.rows.person.count({ where: { name: '示例11' } })).toBe(0);

    const { body } = await officer.agent.get(`${IMPORTS}/${job.id}/report`).buffer().parse(binary).expect(200);
    const report = await openWorkbook(z.instanceof(Buffer).parse(body));
    const posts = await report.read('任职', 100);
    expect(posts[0]?.cells.at(-1)?.text).toBe('错误');
    expect(posts.map(({ cells }) => cells.at(-1)?.text ?? '')).toEqual([
      '错误',
      expect.not.stringContaining('【'),
      '【是否法定代表人】该组织在此期间已有法定代表人。请先登记原法定代表人的离任日期。',
      expect.stringContaining('【任职日期】日期无效,请按“年-月-日”填写'),
      expect.stringContaining('【组织代码】没有此代码的组织'),
      expect.stringContaining('【是否法定代表人】请填写“是”或“否”。'),
    ]);
    expect(await imported(officer, z.instanceof(Buffer).parse(body))).toMatchObject({ state: { slug: 'REJECTED' } });
    await elsewhere.agent.get(`${IMPORTS}/${job.id}/report`).expect(404);
  });

  it.each([
    [
      'a code whose check character is wrong',
      { 统一社会信用代码: codeOf(21).replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      '统一社会信用代码',
    ],
    ['a type that the code contradicts', { 组织类型: '基金会' }, '组织类型'],
    ['a type that is none', { 组织类型: '公司' }, '组织类型'],
    ['no day of registration', { 登记日期: '' }, '登记日期'],
    ['a day of registration to come', { 登记日期: '2199-01-01' }, '登记日期'],
    ['a term that ends before it begins', { 理事会任期届满: '2023-12-31' }, '理事会任期届满'],
    ['half a term', { 理事会任期届满: '' }, '理事会任期届满'],
    ['a unit that does not exist', { 业务主管单位: '没有这个局' }, '业务主管单位'],
    ['the registry of somebody else', { 登记管理机关: 'unit-2' }, '登记管理机关'],
    ['a character that nobody sees', { 住所: '示例\u202E路1号' }, '住所'],
  ])('names the column of %s', async (_what, more, column) => {
    const job = await imported(officer, { organisations: [organisationRow(21, more)] });

    expect(job).toMatchObject({ state: { slug: 'REJECTED' }, faults: [{ sheet: '社会组织', row: 2, column }] });
    expect(await organisation(21)).toBeNull();
  });

  it('finds what stands twice, in the workbook and against the register', async () => {
    await imported(officer, {
      organisations: [organisationRow(31), organisationRow(32)],
      posts: [postRow(31, 31), postRow(31, 32, { 职务: '理事', 是否法定代表人: '否' })],
    });

    const job = await imported(officer, {
      organisations: [organisationRow(33), organisationRow(33), organisationRow(31, { 理事会任期届满: '2029-12-31' })],
      posts: [
        postRow(32, 31),
        postRow(31, 33, { 公民身份号码: idNoOf(32), 是否法定代表人: '否' }),
        postRow(31, 32, { 职务: '理事', 是否法定代表人: '否', 任职日期: '2025-01-01' }),
      ],
      members: [memberRow(31, 32), memberRow(31, 32, { 党员类别: '入党积极分子', 转正日期: '' })],
    });

    expect(job.faults.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
      '社会组织 3 统一社会信用代码',
      '社会组织 3 组织名称',
      '社会组织 4 理事会任期届满',
      '任职 2 是否法定代表人',
      '任职 3 姓名',
      '任职 4 职务',
      '党员 3 公民身份号码',
      '党员 3 党员类别',
    ]);
  });
});

describe('rights', () => {
  it('an officer changes only organisations of the own registry; an administrator all of them', async () => {
    await imported(officer, { organisations: [organisationRow(41)] });

    expect(await imported(elsewhere, { organisations: [organisationRow(41)], posts: [postRow(41, 41)] })).toMatchObject(
      {
        state: { slug: 'REJECTED' },
        faults: [{ column: '登记管理机关' }, { column: '组织代码' }],
      },
    );
    expect(await imported(admin, { organisations: [organisationRow(41, { 住所: '新住所1号' })] })).toMatchObject({
      state: { slug: 'IMPORTED' },
    });
    expect(await organisation(41)).toMatchObject({ registryUnitId: 'unit-1', address: '新住所1号' });
  });

  it('nobody else imports, and an import is seen by who sent it alone', async () => {
    const bytes = await workbook({ organisations: [organisationRow(42)] });
    expect(await send(clerk, bytes)).toMatchObject({ status: 403, body: { code: 'AUTH_NOT_ALLOWED' } });
    const job = await imported(officer, bytes);
    expect(await admin.agent.get(`${IMPORTS}/${job.id}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('the same request', () => {
  it('is one import for one key', async () => {
    const [bytes, used] = [await workbook({ organisations: [organisationRow(51)] }), key()];
    const [first, second] = [await send(officer, bytes, used), await send(officer, bytes, used)];

    expect(second.body).toEqual(first.body);
    expect(await send(officer, await workbook({ organisations: [organisationRow(52)] }), used)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    await ended(officer, Job.parse(first.body).id);
  });

  it('ten senders of one file at the same time begin one import', async () => {
    const bytes = await workbook({ organisations: Array.from({ length: 500 }, (_, n) => organisationRow(5_000 + n)) });
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(officer, bytes)));

    const ids = new Set(sent.map(({ body }) => Job.parse(body).id));
    for (const id of ids) await ended(officer, id);
    const jobs = await api.database.rows.importJob.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { createdAt: 'asc' },
    });
    const overlapping = jobs.filter(({ createdAt }, index) => (jobs[index - 1]?.finishedAt ?? new Date(0)) > createdAt);
    expect(overlapping).toEqual([]);
    expect(
      await api.database.rows.organisation.count({
        where: { uscc: { in: Array.from({ length: 500 }, (_, n) => codeOf(5_000 + n)) } },
      }),
    ).toBe(500);
  });
});

describe('a form that is not the template’s', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const good = () => workbook({ organisations: [organisationRow(61)], posts: [postRow(61, 61)] });

  it.each([
    [
      'an unknown column',
      'WORKBOOK_COLUMN_UNKNOWN',
      { sheet: '社会组织', cell: 'C1' },
      SHEET,
      (xml: string) => xml.replace('历史代码豁免', '法人邮箱'),
    ],
    [
      'a column twice',
      'WORKBOOK_COLUMN_TWICE',
      { sheet: '社会组织', cell: 'C1' },
      SHEET,
      (xml: string) => xml.replace('历史代码豁免', '组织名称'),
    ],
    [
      'a missing column',
      'WORKBOOK_COLUMN_MISSING',
      { sheet: '社会组织' },
      SHEET,
      (xml: string) => xml.replace(/<c r="C1".*?<\/c>/, ''),
    ],
    [
      'a text under no heading',
      'WORKBOOK_COLUMN_UNKNOWN',
      { sheet: '社会组织', cell: 'Z2' },
      SHEET,
      (xml: string) =>
        xml.replace('</row></sheetData>', '<c r="Z2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'),
    ],
    [
      'a formula',
      'WORKBOOK_FORMULA',
      { sheet: '社会组织', cell: 'A2' },
      SHEET,
      (xml: string) => xml.replace(/(<c r="A2"[^>]*>)/, '$1<f>HYPERLINK("http://x")</f>'),
    ],
    [
      'a merged cell',
      'WORKBOOK_MERGED_CELL',
      { sheet: '社会组织', cell: 'A2:B2' },
      SHEET,
      (xml: string) =>
        xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'),
    ],
    [
      'an error value',
      'WORKBOOK_CELL_INVALID',
      { sheet: '社会组织', cell: 'Y2' },
      SHEET,
      (xml: string) => xml.replace('</row></sheetData>', '<c r="Y2" t="e"><v>#N/A</v></c></row></sheetData>'),
    ],
    [
      'an identity number that Excel has rounded',
      'WORKBOOK_NUMBER_TOO_LONG',
      { sheet: '任职', cell: 'C2' },
      'xl/worksheets/sheet2.xml',
      (xml: string) => xml.replace(/<c r="C2".*?<\/c>/, '<c r="C2"><v>330411198001011000</v></c>'),
    ],
    [
      'a sheet of another name',
      'WORKBOOK_SHEET_UNKNOWN',
      { sheet: '附件' },
      'xl/workbook.xml',
      (xml: string) => xml.replace('社会组织', '附件'),
    ],
    [
      'a missing sheet',
      'WORKBOOK_SHEET_MISSING',
      { sheet: '党员' },
      'xl/workbook.xml',
      (xml: string) => xml.replace(/<sheet name="党员".*?\/>/, ''),
    ],
    [
      'a document type',
      'WORKBOOK_UNREADABLE',
      {},
      SHEET,
      (xml: string) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'),
    ],
    ['broken XML', 'WORKBOOK_UNREADABLE', {}, SHEET, (xml: string) => xml.slice(0, 300)],
  ])('with %s is refused, naming the place', async (_what, code, details, part, change) => {
    const bytes = changed(await good(), part, change);

    expect(await send(officer, bytes)).toMatchObject({ status: 422, body: { code, details } });
    expect(await organisation(61)).toBeNull();
  });

  it('with a password, of Excel 97, or none at all is refused', async () => {
    const compound = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);

    expect(await send(officer, compound)).toMatchObject({ status: 422, body: { code: 'WORKBOOK_PROTECTED' } });
    expect(await send(officer, compound.subarray(0, 500))).toMatchObject({
      status: 422,
      body: { code: 'WORKBOOK_OLD_FORMAT' },
    });
    for (const bytes of [Buffer.from('PK\u0003\u0004'), Buffer.alloc(0), Buffer.from('名称,代码\n')])
      expect(await send(officer, bytes)).toMatchObject({ status: 422, body: { code: 'WORKBOOK_UNREADABLE' } });
  });

  it('of more rows, or more bytes, than the limit is refused', async () => {
    const rows = Array.from({ length: 20_001 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><v>1</v></c></row>`).join(
      '',
    );
    const long = changed(await good(), 'xl/worksheets/sheet3.xml', (xml) =>
      xml.replace('</sheetData>', `${rows}</sheetData>`),
    );
    expect(await send(officer, long)).toMatchObject({
      status: 422,
      body: { code: 'WORKBOOK_TOO_MANY_ROWS', details: { sheet: '党员', cell: 'A20002' } },
    });

    const bomb = changed(await good(), SHEET, (xml) =>
      xml.replace('</worksheet>', `<!--${' '.repeat(100 * 1024 * 1024)}--></worksheet>`),
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await send(officer, bomb)).toMatchObject({ status: 422, body: { code: 'WORKBOOK_TOO_LARGE' } });

    expect(await send(officer, Buffer.alloc(50 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE', details: { limit: 20 * 1024 * 1024 } },
    });
  }, 60_000);
});

it.each(['openpyxl', 'exceljs'])(
  'a workbook that %s wrote, with shared texts, dates and numbers, is taken',
  async (program) => {
    const bytes = await readFile(new URL(`../fixtures/organisations-by-${program}.xlsx`, import.meta.url));

    expect(await imported(officer, bytes)).toMatchObject({ state: { slug: 'IMPORTED' } });
    expect(await api.database.rows.organisation.findUnique({ where: { uscc: '51330482MJ0000001C' } })).toMatchObject({
      registeredAt: new Date('2018-06-01T00:00:00Z'),
      divisionCode: '330482',
      councilSize: 15,
      charterPartyBuilding: true,
    });
  },
);

it('an import whose process died is marked as cut after a minute, and the file may be sent again', async () => {
  const store = importJobStore(api.database);
  const given = { id: 'dead', userId: officer.userId, sha256: 'f'.repeat(64), fileName: 'x.xlsx', rowsTotal: 3 };
  await store.begin({ ...given, now: api.clock.now });
  expect(await store.begin({ ...given, id: 'rival', now: api.clock.now })).toMatchObject({
    fresh: false,
    job: { id: 'dead' },
  });

  await store.cutSilent(api.clock.now + 60_001 - 60_000, api.clock.now + 60_001);

  expect(await officer.agent.get(`${IMPORTS}/dead`)).toMatchObject({
    status: 200,
    body: { state: { slug: 'CUT' }, sheets: [] },
  });
  expect(await store.begin({ ...given, id: 'again', now: api.clock.now })).toMatchObject({ fresh: true });
  await store.end('again', 'CUT', api.clock.now);
});

it('an import that was marked as cut writes nothing any more', async () => {
  const store = importJobStore(api.database);
  const given = {
    userId: officer.userId,
    sha256: 'e'.repeat(64),
    fileName: 'x.xlsx',
    rowsTotal: 1,
    now: api.clock.now,
  };
  await store.begin({ ...given, id: 'stalled' });
  await store.end('stalled', 'CUT', api.clock.now);
  const faults = noFaults();
  const sheets = await readImportSheets(await workbook({ organisations: [organisationRow(71)] }));
  const read = {
    faults,
    organisations: readOrganisations(sheets.organisations, faults.organisations),
    posts: [],
    members: [],
  };

  const taken = importStore(api.database, columnCipher(api.config.dataKey)).take({
    jobId: 'stalled',
    workbook: read,
    rows: { organisations: 1, posts: 0, members: 0 },
    importer: { registryUnitIds: ['unit-1'], mayWaive: true, today: shanghaiDate(api.clock.now) },
    report: () => Promise.resolve(Buffer.alloc(0)),
    now: () => api.clock.now,
  });

  await expect(taken).rejects.toThrow(ImportCut);
  expect(await organisation(71)).toBeNull();
  expect(await store.byId('stalled')).toMatchObject({ state: 'CUT' });
});

it('the command sends a workbook and says what became of it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-import-'));
  const file = path.join(folder, '名册.xlsx');
  process.env.BANJIE_PASSWORD = PASSWORD;
  const said: string[] = [];
  const run = () => importWorkbook([file, '--user', 'officer', '--api', api.origin], (line) => said.push(line));

  await writeFile(file, await workbook({ organisations: [organisationRow(81)] }));
  expect(await run()).toBe(0);
  expect(said).toContain('社会组织  共 1 行,有误 0 行,新增 1,更新 0');

  await writeFile(file, await workbook({ organisations: [organisationRow(82, { 住所: '' })] }));
  expect(await run()).toBe(1);
  expect(said).toContain('✗ 社会组织 第 2 行【住所】必填,请填写。');
  await rm(folder, { recursive: true });
});

it('ten thousand rows are imported in under a minute', async () => {
  const organisations = Array.from({ length: 4_000 }, (_, n) => organisationRow(100_000 + n));
  const posts = Array.from({ length: 4_000 }, (_, n) => postRow(100_000 + n, 10_000 + n));
  const members = Array.from({ length: 2_000 }, (_, n) => memberRow(100_000 + n, 10_000 + n));
  const bytes = await workbook({ organisations, posts, members });

  const began = performance.now();
  const job = await imported(officer, bytes);

  expect(job).toMatchObject({
    state: { slug: 'IMPORTED' },
    sheets: [{ created: 4_000 }, { created: 4_000 }, { created: 2_000 }],
  });
  expect(performance.now() - began).toBeLessThan(60_000);
}, 120_000);
