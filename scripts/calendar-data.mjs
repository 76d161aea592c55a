// Writes domain/calendar/china-holidays.ts from the package `chinese-days`: run it once when the notice of a new year
// is out, then read the difference.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import prettier from 'prettier';

const require = createRequire(import.meta.url);
const target = new URL('../domain/calendar/china-holidays.ts', import.meta.url);
const { holidays, workdays } = JSON.parse(
  await readFile(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
);

const nextDay = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Consecutive days become `MM-DD..MM-DD`; `datedDays` reads them back. */
function shortened(year, days) {
  const spans = [];
  for (const day of days.filter((one) => one.startsWith(year)).sort()) {
    const open = spans.at(-1);
    if (open !== undefined && nextDay(open.last) === day) open.last = day;
    else spans.push({ first: day, last: day });
  }
  const short = ({ first, last }) => (first === last ? first.slice(5) : `${first.slice(5)}..${last.slice(5)}`);
  return spans.map(short).join(' ');
}

const years = [...new Set(Object.keys(holidays).map((day) => day.slice(0, 4)))].sort();
const rows = years.map(
  (year) => `  [${year}, '${shortened(year, Object.keys(holidays))}', '${shortened(year, Object.keys(workdays))}'],`,
);

const source = `// Written by scripts/calendar-data.mjs; do not edit by hand.
import { datedDays } from './dated-days.js';
import type { CalendarYear } from './work-calendar.js';

/** Year, days off, make-up workdays, as the State Council's notices name them. */
const NOTICES: readonly (readonly [year: number, holidays: string, makeUpDays: string])[] = [
${rows.join('\n')}
];

/**
 * The statutory holidays and make-up workdays of mainland China, ${years[0]} to ${years.at(-1)}, one entry a year. A
 * notice for the following year, usually published in November, can still turn a weekend of late December into a
 * workday.
 */
export const CHINA_HOLIDAYS: readonly CalendarYear[] = NOTICES.map(([year, holidays, makeUpDays]) => ({
  year,
  holidays: datedDays(year, holidays),
  makeUpDays: datedDays(year, makeUpDays),
  source: 'OFFICIAL',
}));
`;
await writeFile(target, await prettier.format(source, { parser: 'typescript', printWidth: 120, singleQuote: true }));
