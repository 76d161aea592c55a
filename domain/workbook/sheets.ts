import { LEGAL_STATUS, MANAGEMENT_MODES, ORGANISATION_TYPES, POSTS } from '#domain/terms/organisation-terms.js';
import { PARTY_MEMBER_STATUS, RELATION_STATUS } from '#domain/terms/party-terms.js';
import { ADMINISTRATIVE_LEVELS } from '#domain/terms/unit-terms.js';
import { defaulted, optional, required } from './column.js';
import type { Column } from './column.js';
import {
  countForm,
  dateForm,
  divisionForm,
  phoneForm,
  residentIdForm,
  tagsForm,
  termForm,
  textForm,
  usccForm,
  yesNoForm,
} from './forms.js';

/** Columns of a sheet by what its rows call them. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** What a row of these columns holds. */
export type RowOf<Of extends Columns> = { readonly [Key in keyof Of]: ReturnType<Of[Key]['read']> };

/** 社会组织: one row an organisation. */
export const ORGANISATION_COLUMNS = {
  name: required({ zh: '组织名称', form: textForm(2, 60), example: '集美区示例志愿者协会' }),
  uscc: optional({
    zh: '统一社会信用代码',
    form: usccForm,
    example: '51330482MJ0000001C',
    note: '已登记的组织必填;系统按此代码认定同一组织,再次导入即更新。',
  }),
  usccWaiver: defaulted({
    zh: '历史代码豁免',
    form: yesNoForm,
    example: '否',
    empty: false,
    note: '确系校验码不符的历史代码时填“是”,仅限登记管理机关人员。',
  }),
  filingNo: optional({
    zh: '备案编号',
    form: textForm(2, 40),
    example: '集杏备字2026-01',
    note: '仅备案的社区社会组织必填。',
  }),
  type: required({ zh: '组织类型', form: termForm(ORGANISATION_TYPES), example: '社会团体' }),
  subtype: optional({ zh: '组织子类型', form: termForm(ORGANISATION_TYPES), example: '行业协会商会' }),
  legalStatus: required({ zh: '法律状态', form: termForm(LEGAL_STATUS), example: '登记' }),
  registeredAt: optional({ zh: '登记日期', form: dateForm, example: '2018-06-01', note: '法律状态为“登记”的必填。' }),
  endedOn: optional({
    zh: '终止日期',
    form: dateForm,
    example: '2026-03-31',
    note: '注销或撤销登记的日期;仅法律状态为“注销”“撤销登记”的填写。空白不更改已登记的日期。',
    mayLack: true,
  }),
  charity: optional({
    zh: '慈善组织',
    form: yesNoForm,
    example: '否',
    note: '经认定的慈善组织填“是”,年检按慈善组织的基准日和截止日办理。空白不更改已登记的内容。',
    mayLack: true,
  }),
  level: required({ zh: '登记层级', form: termForm(ADMINISTRATIVE_LEVELS), example: '区县(旗县)级' }),
  divisionCode: required({ zh: '行政区划代码', form: divisionForm, example: '350211' }),
  address: required({ zh: '住所', form: textForm(2, 200), example: '厦门市集美区示例路1号' }),
  fieldTags: defaulted<readonly string[]>({ zh: '业务领域', form: tagsForm, example: '助老、志愿服务', empty: [] }),
  termStart: optional({ zh: '理事会任期开始', form: dateForm, example: '2024-01-01', note: '与任期届满同时填写。' }),
  termEnd: optional({
    zh: '理事会任期届满',
    form: dateForm,
    example: '2028-12-31',
    note: '已登记任期的组织不在此更改;换届、延期换届请在系统中办理。',
  }),
  councilSize: optional({
    zh: '理事人数',
    form: countForm(1, 1000),
    example: '15',
    note: '不少于“任职”表中在任理事人数。',
  }),
  charterPartyBuilding: defaulted({ zh: '章程载明党建', form: yesNoForm, example: '是', empty: false }),
  managementMode: optional({ zh: '党建管理模式', form: termForm(MANAGEMENT_MODES), example: '属地管理' }),
  supervisoryUnit: optional({
    zh: '业务主管单位',
    form: textForm(1, 100),
    example: '集美区民政局',
    note: '系统中的单位名称或编号。',
  }),
  registryUnit: optional({
    zh: '登记管理机关',
    form: textForm(1, 100),
    example: '集美区民政局',
    note: '系统中的单位名称或编号;登记管理机关人员可不填,即为本机关。',
  }),
} as const satisfies Columns;

const ORGANISATION = {
  zh: '组织代码',
  form: textForm(2, 40),
  example: '51330482MJ0000001C',
  note: '“社会组织”表中或已登记组织的统一社会信用代码(或备案编号)。',
} as const;
const PERSON = {
  name: { zh: '姓名', form: textForm(2, 50), example: '张三' },
  idNo: { zh: '公民身份号码', form: residentIdForm, example: '11010519491231002X' },
};

/** 任职: one row a post of a person. */
export const POST_COLUMNS = {
  organisation: required(ORGANISATION),
  name: required(PERSON.name),
  idNo: required({ ...PERSON.idNo, note: '加密保存,只显示脱敏号码。' }),
  phone: optional({
    zh: '联系电话',
    form: phoneForm,
    example: '13800000000',
    note: '加密保存;空白不更改已登记的号码。',
  }),
  post: required({ zh: '职务', form: termForm(POSTS), example: '理事' }),
  inCouncil: optional({
    zh: '理事会成员',
    form: yesNoForm,
    example: '是',
    note: '秘书长、执行机构负责人、法定代表人、主要出资人须填,其他职务可不填。',
  }),
  isLegalRep: defaulted({
    zh: '是否法定代表人',
    form: yesNoForm,
    example: '否',
    empty: false,
    note: '每个组织同一时间至多一名。',
  }),
  from: required({ zh: '任职日期', form: dateForm, example: '2024-01-01' }),
  to: optional({ zh: '离任日期', form: dateForm, example: '2028-12-31', note: '在任的不填。' }),
} as const satisfies Columns;

/** 党员: one row a Party member in an organisation. RESTRICTED (specification C8). */
export const MEMBER_COLUMNS = {
  organisation: required(ORGANISATION),
  name: required(PERSON.name),
  idNo: required({ ...PERSON.idNo, note: '此人须在该组织任职(“任职”表中或已登记)。' }),
  status: required({ zh: '党员类别', form: termForm(PARTY_MEMBER_STATUS), example: '正式党员' }),
  fullSince: optional({ zh: '转正日期', form: dateForm, example: '2010-07-01', note: '正式党员必填,其他不填。' }),
  relationStatus: required({
    zh: '组织关系',
    form: termForm(RELATION_STATUS),
    example: '组织关系未转接',
    note: '同一党员的组织关系至多转入一个组织。',
  }),
  home: optional({
    zh: '所在党组织',
    form: textForm(1, 100),
    example: '中共集美区示例单位支部委员会',
    note: '系统中的党组织名称或编号。',
  }),
} as const satisfies Columns;

/** Which sheet. */
export type SheetKey = 'organisations' | 'posts' | 'members';

/** The sheets of a workbook in the order in which they are taken: a later one may refer to an earlier one. */
export const SHEETS = [
  { key: 'organisations', zh: '社会组织', columns: ORGANISATION_COLUMNS },
  { key: 'posts', zh: '任职', columns: POST_COLUMNS },
  { key: 'members', zh: '党员', columns: MEMBER_COLUMNS },
] as const satisfies readonly { readonly key: SheetKey; readonly zh: string; readonly columns: Columns }[];

/** The sheet that explains the others; it may stay in a workbook that is sent. */
export const INSTRUCTIONS_ZH = '填写说明';
/** The column that a report adds; it may stay in a workbook that is sent again. */
export const FAULTS_ZH = '错误';
/** Rows of one sheet, without its headings. */
export const MAX_ROWS = 20_000;

export type OrganisationRow = RowOf<typeof ORGANISATION_COLUMNS>;
export type PostRow = RowOf<typeof POST_COLUMNS>;
export type MemberRow = RowOf<typeof MEMBER_COLUMNS>;
