import type { Texts } from '../../text/language.js';

/** Words of a check sheet, as it is filled in and as it is read. */
export const SHEET_TEXTS = {
  checkedOn: ['检查日期', 'Day of the check'],
  inspectors: ['检查人员', 'Inspectors'],
  items: ['检查内容', 'What was looked at'],
  ok: ['符合要求', 'In order'],
  notOk: ['发现问题', 'Not in order'],
  finding: ['发现的问题', 'What was found'],
  result: ['检查结果', 'Result'],
  rectifyBy: ['整改期限', 'To be put right by'],
  signature: ['被检查单位签名', 'Signature of the organisation'],
  signed: ['已签名', 'signed'],
  unsigned: ['未签名', 'not signed'],
  note: ['未签名的原因', 'Why it is not signed'],
} as const satisfies Texts;

/** What is still missing in a sheet. */
export const SHEET_FAULTS = {
  date: ['请填写检查日期', 'the day of the check'],
  early: ['检查日期不能晚于今天', 'a day of the check that is not after today'],
  inspectors: ['参加检查的人员不能少于两名', 'two inspectors at least'],
  noItems: ['至少要有一项检查内容', 'one item at least'],
  nameless: ['第 {n} 项:请写明检查内容', 'item {n}: what was looked at'],
  verdict: ['第 {n} 项:请选择是否符合要求', 'item {n}: in order or not'],
  finding: ['第 {n} 项:请写明发现的问题', 'item {n}: what was found'],
  result: ['请选择检查结果', 'the result'],
  rectifyBy: ['责令整改的,整改期限须晚于检查日期', 'a day after the check by which to put it right'],
  signed: ['请选择被检查单位是否签名', 'whether the organisation signed'],
  note: ['未签名的,请写明原因', 'why it is not signed'],
} as const satisfies Texts;
