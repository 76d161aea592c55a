import { DomainError } from '#domain/errors.js';
import { parseIsoDate, weekday, yearOf } from './iso-date.js';
import type { IsoDate } from './iso-date.js';

/** One year of the calendar as data: the weekdays that are off and the weekend days that are worked (调休). */
export interface CalendarYear {
  readonly year: number;
  /** Days off, `YYYY-MM-DD`, all in `year`; weekend days may be named, they are off anyway. */
  readonly holidays: readonly string[];
  /** Make-up workdays, `YYYY-MM-DD`, all in `year`. */
  readonly makeUpDays: readonly string[];
  /**
   * OFFICIAL: from the State Council's notice. DEMONSTRATION: invented, for years without a notice; never for real
   * cases.
   */
  readonly source: 'OFFICIAL' | 'DEMONSTRATION';
}

/** Years that can be computed with. A year that is not in it has no working days and no days off: asking throws. */
export interface WorkCalendar {
  readonly years: ReadonlyMap<
    number,
    { readonly holidays: ReadonlySet<string>; readonly makeUpDays: ReadonlySet<string> }
  >;
}

/**
 * Thrown when a working day is asked for in a year without calendar data; the calendar never guesses (specification
 * C4).
 */
export class CalendarMissing extends DomainError {
  constructor(year: number) {
    super({
      code: 'CALENDAR_MISSING',
      status: 422,
      messageZh: `尚未导入 ${year} 年的节假日安排,无法计算工作日期限。请管理员导入该年度日历后再办理。`,
      messageEn: `There is no holiday calendar for ${year}, so limits in working days cannot be computed. Ask the administrator to import that year.`,
      details: { year },
    });
  }
}

/** Thrown when calendar data contradicts itself; `details` names the year and the days. */
export class CalendarInvalid extends DomainError {
  constructor(year: number, days: readonly string[], reasonZh: string, reasonEn: string) {
    super({
      code: 'CALENDAR_INVALID',
      status: 422,
      messageZh: `${year} 年日历数据有误:${reasonZh}。请更正后重新导入。`,
      messageEn: `The calendar data of ${year} is wrong: ${reasonEn}. Correct it and import it again.`,
      details: { year, days },
    });
  }
}

/**
 * Builds a calendar from dated data. Throws CALENDAR_INVALID when a day lies outside its year, is both off and worked,
 * or a year is given twice, and FIELD_INVALID for a day that does not exist.
 */
export function workCalendar(data: readonly CalendarYear[]): WorkCalendar {
  const years = new Map<number, { holidays: Set<string>; makeUpDays: Set<string> }>();
  for (const entry of data) {
    if (years.has(entry.year)) throw new CalendarInvalid(entry.year, [], '年度重复', 'the year is given twice');
    assertConsistent(entry);
    years.set(entry.year, { holidays: new Set(entry.holidays), makeUpDays: new Set(entry.makeUpDays) });
  }
  return { years };
}

/** Whether the day is worked. Throws CALENDAR_MISSING (422, details.year) for a year without data. */
export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  const year = calendar.years.get(yearOf(date));
  if (year === undefined) throw new CalendarMissing(yearOf(date));
  if (year.makeUpDays.has(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== 6 && !year.holidays.has(date);
}

function assertConsistent({ year, holidays, makeUpDays }: CalendarYear): void {
  const foreign = [...holidays, ...makeUpDays].filter((day) => yearOf(parseIsoDate(day)) !== year);
  if (foreign.length > 0) throw new CalendarInvalid(year, foreign, '日期不在该年度内', 'a day is not in that year');
  const both = holidays.filter((day) => makeUpDays.includes(day));
  if (both.length > 0) {
    throw new CalendarInvalid(year, both, '同一天既放假又上班', 'a day is both off and worked');
  }
}
