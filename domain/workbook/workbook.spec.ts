import fc from 'fast-check';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { completeResidentId } from '#domain/identifier/resident-id.js';
import { completeUscc } from '#domain/identifier/uscc.js';
import { ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { dateForm, tagsForm, termForm, textForm, usccForm, yesNoForm } from './forms.js';
import { noFaults, planImport } from './plan-import.rule.js';
import { readMembers, readOrganisations, readPosts } from './read-row.js';
import type { SheetRow } from './read-row.js';
import type { Importer, Register } from './register.js';
import { SHEETS } from './sheets.js';
import type { Columns } from './sheets.js';

const TODAY = parseIsoDate('2026-11-22');
const OFFICER: Importer = { registryUnitIds: ['unit-1'], mayWaive: true, today: TODAY };
const EMPTY: Register = {
  organisations: new Map(),
  people: new Map(),
  posts: [],
  representations: [],
  units: new Map([['unit-1', ['unit-1']]]),
  partyOrganisations: new Map(),
};
const CODE = completeUscc('51330411MJ0000001');
const OTHER = completeUscc('51330411MJ0000002');
const ID_NO = completeResidentId('33041119800101123');

const row = (number: number, texts: Readonly<Record<string, string>>): SheetRow => ({
  number,
  texts: new Map(Object.entries(texts)),
});

const group = (number: number, code: string, more: Readonly<Record<string, string>> = {}) =>
  row(number, {
    组织名称: `示例协会${code}`,
    统一社会信用代码: code,
    组织类型: '社会团体',
    法律状态: '登记',
    登记日期: '2018-06-01',
    登记层级: '区县(旗县)级',
    行政区划代码: '330411',
    住所: '示例路1号',
    ...more,
  });

const post = (number: number, code: string, more: Readonly<Record<string, string>> = {}) =>
  row(number, { 组织代码: code, 姓名: '张三', 公民身份号码: ID_NO, 职务: '理事', 任职日期: '2024-01-01', ...more });

const member = (number: number, code: string, more: Readonly<Record<string, string>> = {}) =>
  row(number, {
    组织代码: code,
    姓名: '张三',
    公民身份号码: ID_NO,
    党员类别: '正式党员',
    转正日期: '2010-07-01',
    组织关系: '组织关系未转接',
    ...more,
  });

interface Sheets {
  readonly organisations?: readonly SheetRow[];
  readonly posts?: readonly SheetRow[];
  readonly members?: readonly SheetRow[];
}

function planned({ organisations = [], posts = [], members = [] }: Sheets, register = EMPTY, importer = OFFICER) {
  const faults = noFaults();
  const workbook = {
    faults,
    organisations: readOrganisations(organisations, faults.organisations),
    posts: readPosts(posts, faults.posts),
    members: readMembers(members, faults.members),
  };
  let id = 0;
  const plan = planImport(workbook, register, importer, () => `new-${(id += 1)}`);
  const told = SHEETS.flatMap(({ key, zh }) => faults[key].all().map((fault) => `${zh} ${fault.row} ${fault.column}`));
  return { plan, told };
}

describe('the columns of a workbook', () => {
  it.each(
    SHEETS.flatMap(({ zh, columns }) =>
      Object.values<Columns[string]>(columns).map((column) => [zh, column.zh, column] as const),
    ),
  )('%s %s take their own example and every choice that they offer', (_sheet, _zh, column) => {
    expect(() => column.read(column.example)).not.toThrow();
    for (const choice of column.form.choices ?? []) expect(() => column.read(choice)).not.toThrow();
  });

  it.each(['2026-03-10', '2026/3/10', '2026.3.10', '2026年3月10日', '20260310', '2026年3月10日'])(
    'read %s as a day',
    (text) => {
      expect(dateForm.read(text)).toBe('2026-03-10');
    },
  );

  it.each(['', '2026-02-30', '10/3/2026', '46091', '2026-3', '昨天'])('refuse %p as a day', (text) => {
    expect(() => dateForm.read(text)).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
  });

  it('read a term by its label in either script and by its stored value', () => {
    const form = termForm(ORGANISATION_TYPES);
    for (const text of ['社会团体', '社會團體', ' 社会团体 ', 'SOCIAL_GROUP'])
      expect(form.read(text)).toBe('SOCIAL_GROUP');
    expect(() => form.read('协会')).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
  });

  it('read tags, yes and no, and codes in full width', () => {
    expect(tagsForm.read('助老,志愿服务、 助老')).toEqual(['助老', '志愿服务']);
    expect(yesNoForm.read('是')).toBe(true);
    expect(() => yesNoForm.read('对')).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
    expect(usccForm.read('51330411mj000000' + CODE.slice(16))).toBe(CODE);
  });

  it('keep any text that is neither too long nor unprintable as it is', () => {
    const words = fc.string({
      unit: fc.constantFrom('示', '例', 'a', '1', ' ', '(', ')', '。'),
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        words.filter((text) => text.trim().length >= 2 && text.trim() === text),
        (text) => expect(textForm(2, 60).read(text)).toBe(text),
      ),
    );
  });
});

describe('a plan', () => {
  it('takes organisations, then their posts, then their members', () => {
    const { plan, told } = planned({
      organisations: [group(2, CODE)],
      posts: [post(2, CODE)],
      members: [member(2, CODE)],
    });

    expect(told).toEqual([]);
    const organisationId = plan.organisations[0]?.id;
    expect(plan.organisations).toMatchObject([{ known: null, registryUnitId: 'unit-1' }]);
    expect(plan.posts).toMatchObject([{ organisationId, inCouncil: true, personId: plan.people[0]?.id }]);
    expect(plan.members).toMatchObject([{ organisationId, personId: plan.people[0]?.id, known: false }]);
  });

  it('leaves out what hangs on a sheet with a fault', () => {
    const { plan, told } = planned({
      organisations: [group(2, CODE), group(3, OTHER, { 住所: '' })],
      posts: [post(2, CODE)],
      members: [member(2, CODE)],
    });

    expect(told).toEqual(['社会组织 3 住所', '任职 2 组织代码', '党员 2 组织代码']);
    expect(plan).toEqual({ organisations: [], people: [], posts: [], members: [] });
  });

  it.each([
    [
      'a registered organisation without a code',
      { organisations: [group(2, '')] },
      ['社会组织 2 统一社会信用代码', '社会组织 2 统一社会信用代码'],
    ],
    [
      'a subtype of another type',
      { organisations: [group(2, CODE, { 组织子类型: '养老机构' })] },
      ['社会组织 2 组织子类型'],
    ],
    [
      'more council members than seats',
      {
        organisations: [group(2, CODE, { 理事人数: '1' })],
        posts: [post(2, CODE), post(3, CODE, { 姓名: '李四', 公民身份号码: completeResidentId('33041119800101125') })],
      },
      ['任职 3 理事会成员'],
    ],
    [
      'a council seat of a supervisor',
      { organisations: [group(2, CODE)], posts: [post(2, CODE, { 职务: '监事', 理事会成员: '是' })] },
      ['任职 2 理事会成员'],
    ],
    [
      'a post that ends before it begins',
      { organisations: [group(2, CODE)], posts: [post(2, CODE, { 离任日期: '2023-12-31' })] },
      ['任职 2 离任日期'],
    ],
    [
      'one person under two names',
      { organisations: [group(2, CODE)], posts: [post(2, CODE), post(3, CODE, { 姓名: '李四', 职务: '秘书长' })] },
      ['任职 3 姓名'],
    ],
    [
      'one person with two telephones',
      {
        organisations: [group(2, CODE)],
        posts: [post(2, CODE, { 联系电话: '13800000000' }), post(3, CODE, { 联系电话: '13800000001', 职务: '秘书长' })],
      },
      ['任职 3 联系电话'],
    ],
    [
      'a legal representative of two social groups',
      {
        organisations: [group(2, CODE), group(3, OTHER)],
        posts: [post(2, CODE, { 是否法定代表人: '是' }), post(3, OTHER, { 是否法定代表人: '是' })],
      },
      ['任职 3 是否法定代表人'],
    ],
    [
      'a full member without a day',
      { organisations: [group(2, CODE)], posts: [post(2, CODE)], members: [member(2, CODE, { 转正日期: '' })] },
      ['党员 2 转正日期'],
    ],
    [
      'a member under another name than in the posts',
      { organisations: [group(2, CODE)], posts: [post(2, CODE)], members: [member(2, CODE, { 姓名: '李四' })] },
      ['党员 2 姓名'],
    ],
    [
      'a relation transferred twice',
      {
        organisations: [group(2, CODE), group(3, OTHER)],
        posts: [post(2, CODE), post(3, OTHER)],
        members: [member(2, CODE, { 组织关系: '组织关系已转入' }), member(3, OTHER, { 组织关系: '组织关系已转入' })],
      },
      ['党员 3 组织关系'],
    ],
    [
      'two memberships of one person',
      {
        organisations: [group(2, CODE), group(3, OTHER)],
        posts: [post(2, CODE), post(3, OTHER)],
        members: [member(2, CODE), member(3, OTHER, { 转正日期: '2011-07-01' })],
      },
      ['党员 3 党员类别'],
    ],
    [
      'a Party organisation that nobody knows',
      { organisations: [group(2, CODE)], posts: [post(2, CODE)], members: [member(2, CODE, { 所在党组织: '没有' })] },
      ['党员 2 所在党组织'],
    ],
  ])('names %s', (_what, sheets, told) => {
    expect(planned(sheets).told).toEqual(told);
  });

  it('waives a wrong check character only for an officer of the registry', () => {
    const wrong = `${CODE.slice(0, 17)}${CODE.endsWith('0') ? '1' : '0'}`;
    const sheets = { organisations: [group(2, wrong, { 历史代码豁免: '是' })] };

    expect(planned(sheets).told).toEqual([]);
    expect(planned({ organisations: [group(2, wrong)] }).told).toEqual(['社会组织 2 统一社会信用代码']);
    const administrator = { ...OFFICER, registryUnitIds: null, mayWaive: false };
    expect(
      planned(
        { organisations: [group(2, wrong, { 历史代码豁免: '是', 登记管理机关: 'unit-1' })] },
        EMPTY,
        administrator,
      ).told,
    ).toEqual(['社会组织 2 历史代码豁免']);
  });
});
