import type { Language } from './language.js';

type Options = Intl.DateTimeFormatOptions;
type Formats = Readonly<Record<Language, Intl.DateTimeFormat>>;

const SHANGHAI = { timeZone: 'Asia/Shanghai' } as const;
const DAY = { ...SHANGHAI, year: 'numeric', month: 'long', day: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Chinese writes a date in one way; English shortens the month where a time follows, or room is scarce. */
const formats = (options: Options, enMonth: 'long' | 'short'): Formats => ({
  zh: new Intl.DateTimeFormat('zh-CN', options),
  en: new Intl.DateTimeFormat('en-GB', { ...options, month: enMonth }),
});

const DAYS = formats(DAY, 'long');
const MONTH_DAYS = formats({ ...SHANGHAI, month: 'long', day: 'numeric' }, 'short');
const MINUTES = formats({ ...DAY, ...CLOCK }, 'short');
const SECONDS = formats({ ...DAY, ...CLOCK, second: '2-digit' }, 'short');
const ISO_DAYS = new Intl.DateTimeFormat('sv-SE', SHANGHAI);

/** 2026年3月1日, 1 March 2026: every date on a page, in text, headings and tables alike. */
export function dayOf(iso: string, language: Language): string {
  return DAYS[language].format(new Date(iso));
}

/** 3月1日, 1 Mar: a day whose year is said beside it (axes, the days of a limit) or that comes every year. Of `YYYY-MM-DD`. */
export function monthDayOf(day: string, language: Language): string {
  return MONTH_DAYS[language].format(new Date(day));
}

/** 2026年3月1日 09:30, 1 Mar 2026, 09:30: every moment on a page, by the clock of Shanghai. */
export function minuteOf(iso: string, language: Language): string {
  return MINUTES[language].format(new Date(iso));
}

/** 2026年3月1日 09:30:05, 1 Mar 2026, 09:30:05: a moment that a deadline is measured against, on a receipt. */
export function secondOf(iso: string, language: Language): string {
  return SECONDS[language].format(new Date(iso));
}

/** The day in Shanghai, `YYYY-MM-DD`: what a date field and the interface take. Not for reading. */
export function isoDayOf(at: Date): string {
  return ISO_DAYS.format(at);
}
