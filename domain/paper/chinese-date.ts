import { z } from 'zod';
import { FieldInvalid } from '#domain/errors.js';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const IsoDate = z.iso.date();

function parts(date: string): readonly [year: string, month: number, day: number] {
  if (!IsoDate.safeParse(date).success) {
    throw new FieldInvalid(
      'date',
      '日期应为“年-月-日”,例如 2026-03-10。',
      'A date is written year-month-day, as 2026-03-10.',
    );
  }
  return [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

const digit = (value: number): string => DIGITS[value] ?? '';

/** 1–31 as it is spoken: 10 is 十, 11 十一, 20 二十, 31 三十一. */
function spoken(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}十`;
  return `${ten}${value % 10 === 0 ? '' : digit(value % 10)}`;
}

/**
 * 成文日期 in Chinese numerals, `2026-03-10` → `二〇二六年三月十日`: the zero of a year is 〇, months and days are spoken.
 * @param date ISO date, year-month-day
 * @throws FieldInvalid when there is no such day
 */
export function hanDate(date: string): string {
  const [year, month, day] = parts(date);
  return `${Array.from(year, (char) => digit(Number(char))).join('')}年${spoken(month)}月${spoken(day)}日`;
}

/**
 * A date in running text, `2026-03-10` → `2026年3月10日`, months and days without a leading zero (GB/T 9704-2012, 7.3.5).
 * @param date ISO date, year-month-day
 * @throws FieldInvalid when there is no such day
 */
export function numericDate(date: string): string {
  const [year, month, day] = parts(date);
  return `${year}年${String(month)}月${String(day)}日`;
}
