import { isIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { FieldInvalid } from '#domain/errors.js';
import { parseDivisionCode } from '#domain/identifier/division-code.js';
import { parsePhone } from '#domain/identifier/phone.js';
import { parseResidentId } from '#domain/identifier/resident-id.js';
import { parseUscc } from '#domain/identifier/uscc.js';
import { isTerm } from '#domain/terms/term.js';
import type { SlugOf, Term } from '#domain/terms/term.js';
import { cleanText } from '#domain/text/clean-text.js';
import { matchingKey } from '#domain/text/matching-key.js';
import { normalForm } from '#domain/text/normal-form.js';
import type { Form } from './column.js';

const YES = '是';
const NO = '否';
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** Text of `min` to `max` characters after input hygiene (specification C10). */
export function textForm(min: number, max: number): Form<string> {
  return {
    zh: `文字,${min}–${max} 字`,
    read: (raw) => {
      const { text } = cleanText(raw, '');
      if (text.length >= min && text.length <= max) return text;
      throw new FieldInvalid(
        '',
        `应为 ${min} 至 ${max} 字,现为 ${text.length} 字。`,
        `Between ${min} and ${max} characters, not ${text.length}.`,
      );
    },
  };
}

/** A day, as a date cell or as text: 2026-03-10, 2026/3/10, 2026年3月10日, 20260310. */
export const dateForm: Form<IsoDate> = {
  zh: '日期,如 2026-03-10',
  read: (raw) => {
    const text = normalForm(raw);
    const [, year = '', month = '', day = ''] = DATE.exec(text) ?? COMPACT.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isIsoDate(date)) return date;
    throw new FieldInvalid(
      '',
      '日期无效,请按“年-月-日”填写,例如 2026-03-10。',
      'Not a date. Write it as year-month-day, for example 2026-03-10.',
    );
  },
};

/** 是 or 否. */
export const yesNoForm: Form<boolean> = {
  zh: '是或否',
  choices: [YES, NO],
  read: (raw) => {
    const text = normalForm(raw);
    if (text === YES || text === NO) return text === YES;
    throw new FieldInvalid('', '请填写“是”或“否”。', 'Write 是 or 否.');
  },
};

/** A whole number from `min` to `max`. */
export function countForm(min: number, max: number): Form<number> {
  return {
    zh: `整数,${min}–${max}`,
    read: (raw) => {
      const text = normalForm(raw);
      const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (count >= min && count <= max) return count;
      throw new FieldInvalid('', `请填写 ${min} 至 ${max} 的整数。`, `A whole number from ${min} to ${max}.`);
    },
  };
}

/** A value of an enumeration, by its Chinese label or its stored value. */
export function termForm<const Terms extends readonly Term[]>(terms: Terms): Form<SlugOf<Terms>> {
  const choices = terms.map(({ zh }) => zh);
  const byText = new Map(
    terms.flatMap(({ slug, zh }) => [[matchingKey(zh), slug] as const, [matchingKey(slug), slug] as const]),
  );
  return {
    zh: `下列之一:${choices.join('、')}`,
    choices,
    read: (raw) => {
      const slug = byText.get(matchingKey(raw));
      if (slug !== undefined && isTerm(terms, slug)) return slug;
      throw new FieldInvalid(
        '',
        `请填写下列之一:${choices.join('、')}。`,
        `One of: ${[...byText.values()].join(', ')}.`,
      );
    },
  };
}

/** Several texts with 、 or a comma between them. */
export const tagsForm: Form<readonly string[]> = {
  zh: '文字,多项用“、”分隔',
  read: (raw) => {
    const tag = textForm(1, 20);
    return [
      ...new Set(
        cleanText(raw, '')
          .text.split(/[、,,;;\n]/)
          .flatMap((part) => (part.trim() === '' ? [] : tag.read(part))),
      ),
    ];
  },
};

/** A unified social credit code; whether its check character may be wrong, another column decides. */
export const usccForm: Form<string> = {
  zh: '统一社会信用代码,18 位',
  read: (text) => parseUscc(text, '', { waiveCheck: true }),
};

/** A resident identity number. RESTRICTED. */
export const residentIdForm = {
  zh: '公民身份号码,18 位,单元格须为文本',
  read: (text: string) => parseResidentId(text),
};

/** A telephone number. RESTRICTED. */
export const phoneForm = { zh: '11 位手机号码,或带区号的固定电话', read: (text: string) => parsePhone(text) };

/** A division code. */
export const divisionForm: Form<string> = {
  zh: '行政区划代码,6、9 或 12 位',
  read: (text) => parseDivisionCode(text),
};
