import type { Language } from './language.js';

const SHANGHAI = { timeZone: 'Asia/Shanghai' } as const;
const DAY = { ...SHANGHAI, year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const LOCALE = { zh: 'zh-CN', en: 'en-GB' } as const;

/** 2026年3月1日, 1 March 2026. */
export function dayOf(iso: string, language: Language): string {
  const options = { ...DAY, month: 'long' } as const;
  return new Intl.DateTimeFormat(LOCALE[language], options).format(new Date(iso));
}

/** 2026/3/1 09:30 in Shanghai. */
export function minuteOf(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], MINUTE).format(new Date(iso));
}

/** The day in Shanghai, `YYYY-MM-DD`. */
export function isoDayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', SHANGHAI).format(at);
}
