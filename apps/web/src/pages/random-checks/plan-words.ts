import type { Texts } from '../../text/language.js';

/** Words of a draw's terms, wherever they are shown. */
export const TERM_TEXTS = {
  registry: ['登记管理机关', 'Registry'],
  year: ['年度', 'Year'],
  purpose: ['名目', 'Purpose'],
  rate: ['抽查比例', 'Share'],
  floor: ['本级最低比例', 'Lowest share of this level'],
  percent: ['{n}%', '{n} %'],
  rounding: ['取整方式', 'Rounding'],
  CEIL: ['向上取整', 'up'],
  FLOOR: ['向下取整', 'down'],
  HALF_UP: ['四舍五入', 'half up'],
  inspectors: ['每家检查人员', 'Inspectors of each check'],
  people: ['{n} 人', '{n}'],
  beacon: ['公开随机数', 'Public number'],
  noBeacon: ['不混入', 'none'],
} as const satisfies Texts;

/** What stands against a plan, and what to do about it. */
export const FAULT_TEXTS = {
  year: ['年度须为 2000 至 2100 之间的整数。', 'The year is a whole number from 2000 to 2100.'],
  purpose: ['请填写名目,不超过 200 个字。', 'Name the purpose, in 200 characters at most.'],
  taken: [
    '本机关该年度已有这个名目的抽查。为防止反复抽取,请另立名目。',
    'The registry has a draw for this purpose and year. So that nobody draws until it pleases, name another purpose.',
  ],
  rate: ['比例须为数字,最多四位小数,例如 10 或 3.5。', 'The share is a number, for example 10 or 3.5.'],
  rateLow: ['比例低于本级最低比例,请提高比例。', 'The share is below the lowest of this level. Raise it.'],
  rateHigh: ['比例不能超过 100%。', 'The share is at most 100 %.'],
  empty: [
    '没有可供抽查的单位。请先核对本机关登记的社会组织。',
    'There is no organisation to draw from. Look at the register first.',
  ],
  nobody: [
    '按此比例和取整方式一家也抽不到。请提高比例,或改为向上取整。',
    'Nobody would be drawn. Raise the share, or round up.',
  ],
  inspectors: ['每家检查人员须为 2 至 10 人。', 'Each check has 2 to 10 inspectors.'],
  scarce: [
    '有单位可用的检查人员不足:除去须回避的,不够每家人数。请增加检查人员,或减少每家人数。',
    'For some organisation too few inspectors are left without those who must stay away. Add inspectors, or ask for fewer.',
  ],
  beacon: [
    '请写明采用哪一个公开随机数,不超过 200 个字。',
    'Say which public number is used, in 200 characters at most.',
  ],
} as const satisfies Texts;
