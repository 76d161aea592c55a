import { DomainError, type ErrorDetails } from '#domain/errors.js';

const SENTENCES = {
  DRAW_DUPLICATE: [
    409,
    '本登记管理机关本年度已有同一名目的抽查。为防止反复抽取,不能再次发起;请查看已有抽查,或使用另一名目。',
    'The registry has a draw for this purpose and year. So that nobody draws until it pleases, there is no second one: see that one, or name another purpose.',
  ],
  DRAW_NOTHING_DRAWN: [
    422,
    '按该比例和取整方式抽取数为 0,抽查没有意义。请提高比例,或改为向上取整(CEIL)。',
    'At this rate and rounding nobody would be drawn. Raise the rate, or round up (CEIL).',
  ],
  DRAW_BEACON_MISSING: [
    422,
    '本次抽查约定混入公开随机数,请填写其公布的数值后再抽取。',
    'The terms name a public number that is mixed into the seed. Enter it, then draw.',
  ],
  DRAW_BEACON_UNWANTED: [
    422,
    '本次抽查承诺时未约定公开随机数,抽取时不能加入。',
    'The terms name no public number, so none can be mixed in now.',
  ],
  CHECK_SHEET_STALE: [
    409,
    '检查表已有变化或尚未保存。请查看最新版本后再提交。',
    'The check sheet has changed, or is not saved yet. Look at the newest version and file that.',
  ],
  CHECK_SHEET_EARLY: [
    422,
    '检查日期不能晚于今天。请核对检查日期。',
    'The day of the check is after today. Correct it.',
  ],
} as const satisfies Record<string, readonly [status: 409 | 422, zh: string, en: string]>;

/** A rule of random checks that says no, beside those of the draw itself (`AnnualInspectionRefusal`). */
export class RandomCheckRefusal extends DomainError {
  constructor(code: keyof typeof SENTENCES, details: ErrorDetails = {}, field?: string) {
    const [status, messageZh, messageEn] = SENTENCES[code];
    super({ code, status, messageZh, messageEn, details, ...(field === undefined ? {} : { field }) });
  }
}
