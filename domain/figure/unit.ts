import { FieldInvalid } from '#domain/errors.js';

/** What is counted; figures of different units are never added (specification M15: 人 ≠ 人次). */
export type CountUnit = (typeof COUNT_UNITS)[number]['slug'];

/**
 * The units of figures and the Chinese measure words that stand for each. WHOLE units are counts, the others are
 * measured and may have decimals.
 */
export const COUNT_UNITS = [
  { slug: 'PERSON', words: ['人', '名', '位'], en: 'persons', whole: true },
  { slug: 'PERSON_TIME', words: ['人次'], en: 'person-times', whole: true },
  { slug: 'ORG', words: ['家'], en: 'organisations', whole: true },
  {
    slug: 'ITEM',
    words: ['个', '项', '处', '种', '类', '支', '条', '座', '门', '批', '份', '对'],
    en: 'items',
    whole: true,
  },
  { slug: 'FILING', words: ['件', '起', '宗'], en: 'filings', whole: true },
  { slug: 'SESSION', words: ['场', '场次', '次', '节', '堂', '课时'], en: 'events', whole: true },
  { slug: 'TERM', words: ['期'], en: 'course terms', whole: true },
  { slug: 'EDITION', words: ['届'], en: 'editions', whole: true },
  { slug: 'HOUSEHOLD', words: ['户'], en: 'households', whole: true },
  { slug: 'CNY', words: ['元'], en: 'yuan', whole: false },
  { slug: 'SQM', words: ['平方米', '㎡', 'm²', 'm2', '平米'], en: 'square metres', whole: false },
  { slug: 'HOUR', words: ['小时'], en: 'hours', whole: false },
  { slug: 'DAY', words: ['天', '日'], en: 'days', whole: false },
  { slug: 'MONTH', words: ['个月', '月'], en: 'months', whole: false },
  { slug: 'YEAR', words: ['年'], en: 'years', whole: false },
  { slug: 'PERCENT', words: ['%', '％'], en: 'per cent', whole: false },
] as const;

/** A unit as it was written: `万元` is CNY with a factor of 10 000. */
export interface WrittenUnit {
  readonly unit: CountUnit;
  readonly factor: bigint;
  /** Whether it counts things, so that n × factor must be a whole number. */
  readonly whole: boolean;
}

const FACTORS: readonly (readonly [prefix: string, factor: bigint])[] = [
  ['', 1n],
  ['万', 10_000n],
  ['亿', 100_000_000n],
];

/** Reads a measure word or the slug of a unit, with 万 or 亿 before it. Throws FIELD_INVALID naming `field`. */
export function parseUnit(text: string, field = 'unit'): WrittenUnit {
  for (const [prefix, factor] of FACTORS) {
    const word = text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
    const found = COUNT_UNITS.find(({ slug, words }) => slug === word || words.some((one) => one === word));
    if (found !== undefined) return { unit: found.slug, factor, whole: found.whole };
  }
  throw new FieldInvalid(field, `计量单位“${text}”不在单位表中。`, `"${text}" is not in the list of units.`, {
    unit: text,
  });
}
