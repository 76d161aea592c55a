import type { Answer } from '../../api/answer.js';
import type { Labelled, Language } from '../../text/language.js';
import { monthDayOf } from '../../text/time.js';

type SettingValue = Answer<'/api/v1/settings'>['items'][number]['value'];
type Names = Readonly<Record<string, Labelled>>;

const name = (zh: string, en: string): Labelled => ({ zh, en });

/** The matters that declare defaults, in the order in which they are shown. */
export const MATTER_NAMES: Names = {
  'temp-party-org': name('临时党组织设立', 'Temporary Party organisations'),
  'annual-inspection': name('年检年审与抽查', 'Annual inspection and random checks'),
  'venture-round': name('公益创投', 'Venture rounds'),
};

/** What each default is called. */
export const DEFAULT_NAMES: Names = {
  'intake.checkWD': name('受理审查期限', 'Check of completeness'),
  'intake.answerWD': name('补正答复期限', 'Answer to a supplement'),
  'tpo.minFullMembers': name('设立所需正式党员', 'Full members needed'),
  'tpo.generalBranchMin': name('设立党总支所需党员', 'Members of a general branch'),
  'tpo.formalMin': name('转正所需转入党员', 'Transferred members for conversion'),
  'tpo.verifyWD': name('考察期限', 'Verification'),
  'tpo.replyWD': name('批复期限', 'Reply'),
  'tpo.fileWD': name('报送备案期限', 'Handing in the filing'),
  'tpo.recordWD': name('备案办理期限', 'Recording the filing'),
  'tpo.rosterWD': name('名册核对期限', 'Check of the roster'),
  'tpo.graceCD': name('届满宽限期', 'Grace after expiry'),
  'tpo.lowMembersCD': name('党员不足的整改期', 'Time to make up for missing members'),
  'tpo.expiringCD': name('届满前进入“将届满”', 'Counts as expiring before the end'),
  'tpo.noticeCD': name('届满前提醒', 'Notices before the end'),
  'ai.opens': name('年检开始', 'The season opens'),
  'ai.toSupervisor': name('报送业务主管单位截止', 'Due at the supervisory unit'),
  'ai.toRegistry': name('报送登记管理机关截止', 'Due at the registry'),
  'ai.foundationToRegistry': name('基金会报送截止', 'Due from foundations'),
  'ai.extensionBefore': name('申请延期截止', 'Requests for more time before'),
  'ai.baseDate': name('成立于此日后不参加', 'Founded after this day: exempt'),
  'ai.charityBaseDate': name('慈善组织的基准日', 'Base day of charities'),
  'ai.closingOnDayOff': name('截止日逢休息日', 'A closing day that is a day off'),
  'ai.remindCD': name('截止前提醒', 'Reminders before the close'),
  'ai.preliminaryWD': name('初审期限', 'Preliminary review'),
  'ai.concludeWD': name('作出结论期限', 'Conclusion'),
  'ai.publishWD': name('结论公布期限', 'Publication'),
  'ai.talkWD': name('约谈期限', 'Talk'),
  'ai.talkNoticeWD': name('约谈提前通知', 'Notice before a talk'),
  'ai.talkOfficers': name('约谈最少人数', 'Officers at a talk'),
  'ai.rectifyCD': name('整改期限', 'Rectification'),
  'ai.verifyOfficers': name('复查最少人数', 'Officers who verify'),
  'ai.failYears': name('连续不合格处置年数', 'Years of failing in a row'),
  'ai.partyOrgMembers': name('应建党组织的党员数', 'Members that call for a Party organisation'),
  'draw.ratePct': name('抽查比例', 'Rate of random checks'),
  'draw.floorPct': name('抽查最低比例', 'Lowest rate of checks'),
  'draw.rounding': name('抽查数取整', 'Rounding of the number drawn'),
  'draw.inspectors': name('每家检查人员', 'Inspectors a check'),
  'draw.checkedMonths': name('近期已查不再抽', 'Left out when checked before'),
  'draw.publishWD': name('抽查结果公布期限', 'Publication of checks'),
  'ven.callCD': name('征集期', 'Call'),
  'ven.screenWD': name('初审期限', 'Screening'),
  'ven.cureWD': name('退回后补正期限', 'Correction after a return'),
  'ven.judgesMin': name('最少评委', 'Judges at least'),
  'ven.floor': name('最低资助分数', 'Lowest score funded'),
  'ven.publicityWD': name('公示期', 'Publicity'),
  'ven.objectionWD': name('异议答复期限', 'Answer to an objection'),
  'ven.signWD': name('签约期限', 'Signing'),
  'ven.schedule': name('拨款比例', 'Instalments'),
  'ven.maxShare': name('财政资金占比上限', 'Highest share of public money'),
  'ven.execMonths': name('执行期', 'Execution'),
  'ven.extensionMonths': name('最长延期', 'Longest extension'),
  'ven.barYears': name('限制申报年数', 'Barred for'),
  'ven.perOrg': name('每家最多申报', 'Applications an organisation'),
  'ven.shiftPct': name('预算科目可调比例', 'Budget shift without approval'),
  'ven.midTermRecheckCD': name('中期复评期限', 'Second mid-term evaluation'),
  'ven.returnMoneyCD': name('退款期限', 'Return of money'),
  'ven.abnormalYears': name('异常名录回看年数', 'Look back: abnormal list'),
  'ven.seriousListYears': name('严重失信回看年数', 'Look back: serious list'),
  'ven.seriousViolationYears': name('重大违法回看年数', 'Look back: serious violation'),
  'ven.photosMin': name('每次活动最少照片', 'Photographs an activity'),
  'recusal.years': name('离任后回避年数', 'Conflict of interest after a post'),
};

const VALUE_NAMES: Names = {
  STAYS: name('不顺延', 'stays'),
  NEXT_WORKING_DAY: name('顺延到下一工作日', 'next working day'),
  CEIL: name('向上取整', 'up'),
  FLOOR: name('向下取整', 'down'),
  HALF_UP: name('四舍五入', 'half up'),
  COUNTY: name('区县', 'county'),
  PREFECTURE: name('市', 'prefecture'),
  PROVINCE: name('省', 'province'),
};

const UNITS: readonly (readonly [ends: RegExp, zh: string, en: string])[] = [
  [/WD$/, '个工作日', 'working days'],
  [/CD$/, '天', 'days'],
  [/Years$|\.years$/, '年', 'years'],
  [/Months$/, '个月', 'months'],
  [/Pct$|schedule$|maxShare$/, '%', '%'],
  [/Members$|[mM]in$|Officers$|inspectors$/, '人', 'people'],
  [/floor$/, '分', 'points'],
  [/perOrg$/, '个', 'projects'],
];
const OTHERS: Readonly<Record<string, readonly [zh: string, en: string]>> = { 'ven.photosMin': ['张', 'pictures'] };

/** A day of every year, `MM-DD`. */
const YEARLY = /^\d\d-\d\d$/;

/** In what a default is counted; empty for what is no count. */
export function unitOf(key: string, language: Language): string {
  const at = language === 'zh' ? 0 : 1;
  const other = OTHERS[key];
  if (other !== undefined) return other[at];
  const found = UNITS.find(([ends]) => ends.test(key));
  return found?.[at + 1]?.toString() ?? '';
}

/** A value as people read it, with its unit. */
export function wordsOf(key: string, value: SettingValue, language: Language): string {
  const unit = unitOf(key, language);
  const labelled = (text: string) => VALUE_NAMES[text]?.[language] ?? text;
  const counted = (text: string) => (unit === '' ? text : unit === '%' ? `${text}%` : `${text} ${unit}`);
  if (value === null) return language === 'zh' ? '不限' : 'none';
  if (Array.isArray(value)) return counted(value.join(language === 'zh' ? '、' : ', '));
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([part, each]) => `${labelled(part)} ${counted(each)}`)
      .join(language === 'zh' ? '、' : ', ');
  if (typeof value === 'string' && YEARLY.test(value)) return monthDayOf(`2000-${value}`, language);
  if (typeof value === 'string' && !/^[\d.]+$/.test(value)) return labelled(value);
  return counted(String(value));
}

/** What somebody typed, in the form that the value has now. */
export function valueOfText(text: string, like: unknown): string | number | null | number[] {
  const clean = text.normalize('NFKC').trim();
  if (Array.isArray(like)) return clean.split(/[,、\s]+/).map(Number);
  if (typeof like === 'string') return clean;
  if (like === null && clean === '') return null;
  return Number(clean);
}
