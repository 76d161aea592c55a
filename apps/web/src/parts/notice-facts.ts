import { PAPER_KINDS } from '#domain/paper/paper-kind.js';
import { entriesOf } from '../api/entries.js';
import { useLabel, useLanguage, useTexts } from '../text/language.js';
import { yuanOf } from '../text/money.js';
import { dayOf } from '../text/time.js';

const TEXTS = {
  docNo: ['文号 {value}', 'No. {value}'],
  filingNo: ['备案号 {value}', 'filing no. {value}'],
  percent: ['已用期限的 {value}%', '{value}% of the limit is used'],
  days: ['还有 {value} 天', '{value} days left'],
  counted: ['现有 {value} 人', '{value} now'],
  no: ['第 {value} 笔', 'instalment {value}'],
  fen: ['金额 {value}', '{value}'],
  due: ['期限 {value}', 'due {value}'],
  closes: ['截止 {value}', 'closes {value}'],
  until: ['至 {value}', 'until {value}'],
  termEnd: ['届满日 {value}', 'the term ends {value}'],
  heldOn: ['时间 {value}', 'on {value}'],
  inspectedYear: ['{value} 年度', '{value}'],
} as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isPaper = (kind: string): kind is keyof typeof PAPER_KINDS => Object.hasOwn(PAPER_KINDS, kind);
const isFact = (name: string): name is keyof typeof TEXTS => Object.hasOwn(TEXTS, name);

/** What a notice is about besides its case, in words; facts that are ids say nothing to a reader and are left out. */
export function useNoticeFacts() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const paperOf = (kind: string) =>
    isPaper(kind) ? [label({ zh: PAPER_KINDS[kind].nameZh, en: PAPER_KINDS[kind].nameEn })] : [];
  const valueOf = (name: string, value: string | number) => {
    if (name === 'fen' && typeof value === 'number') return yuanOf(value, language);
    return typeof value === 'string' && DAY.test(value) ? dayOf(`${value}T00:00:00+08:00`, language) : value;
  };
  return (params: unknown): string[] =>
    entriesOf(params).flatMap(([name, value]) =>
      name === 'kind' && typeof value === 'string'
        ? paperOf(value)
        : isFact(name) && (typeof value === 'string' || typeof value === 'number')
          ? [t(name, { value: valueOf(name, value) })]
          : [],
    );
}
