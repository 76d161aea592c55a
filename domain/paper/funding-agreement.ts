import { z } from 'zod';
import { count, day, flag, formed, list, maybe, text } from './field.js';
import { DOC_NO, everyPaper } from './paper-fields.js';

const yuan = (label: string) => text(label, 24, { note: '元,两位小数,如 15,000.00' });

/** Fields of the 资助协议 (specification M03 "Agreement": parties, amount by source, schedule, indicators, audit, breach, publicity of the funding source). */
export const FundingAgreementPaper = z.strictObject({
  ...everyPaper(),
  docNo: maybe(
    formed('协议编号', DOC_NO, { note: '甲方有机关代字的,由系统编号,如 嘉解街协〔2026〕3号;没有的以办件编号为准' }),
  ),
  host: text('甲方(主办单位)', 100, { essential: true }),
  grantee: text('乙方(申报单位)', 100, { essential: true }),
  granteeUscc: maybe(text('乙方统一社会信用代码', 18)),
  roundTitle: text('创投活动名称', 60),
  projectTitle: text('项目名称', 60, { essential: true }),
  projectClass: text('项目类别', 20),
  amounts: list('资助金额', { source: text('资金来源', 40), yuan: yuan('金额') }, { essential: true }),
  totalYuan: text('资助总额', 24, { essential: true, note: '元,两位小数' }),
  totalHan: text('资助总额(大写)', 60),
  usesLottery: flag('含福彩公益金', { note: '福彩公益金资助的,须标明“彩票公益金资助”' }),
  inKind: list('实物和服务', { mode: text('形式', 20), yuan: yuan('折价') }),
  instalments: list(
    '拨付计划',
    {
      source: text('资金来源', 40),
      instalment: count('第几期'),
      release: text('拨付条件', 80),
      yuan: yuan('金额'),
    },
    { essential: true },
  ),
  objectives: list(
    '绩效指标',
    { indicator: text('指标', 80), target: count('目标值'), unit: text('单位', 10) },
    { essential: true },
  ),
  executionMonths: count('执行期(月)', { note: '自双方签署之日起算' }),
  signDays: count('签署期限(工作日)'),
  shiftPercent: count('预算调剂的免审批比例', { note: '百分比,按预算科目' }),
  returnDays: count('退回结余的期限(日)'),
  barYears: count('违约后不得申报的年限'),
  preparedOn: day('拟定日期', { essential: true }),
});
