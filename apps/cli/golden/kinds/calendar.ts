import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { isWorkingDay, workCalendar } from '#domain/calendar/work-calendar.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { addWorkingDays, countWorkingDays, limitEnd } from '#domain/calendar/working-days.js';
import { z } from 'zod';
import type { GoldenCase } from '../case-file.js';
import { difference, outcomeOf } from '../outcome.js';
import type { CaseRunner } from '../outcome.js';

const date = z.string().transform((text) => parseIsoDate(text));
const FromN = z.object({ from: date, n: z.number() });
const FromTo = z.object({ from: date, to: date });
const OneDate = z.object({ date });
const LimitCase = FromN.extend({ unit: z.enum(['WD', 'CD']) });

const OPERATIONS = new Map<string, (calendar: WorkCalendar, golden: GoldenCase) => unknown>([
  ['isWorkingDay', (calendar, golden) => isWorkingDay(calendar, OneDate.parse(golden).date)],
  [
    'addWorkingDays',
    (calendar, golden) => {
      const { from, n } = FromN.parse(golden);
      return addWorkingDays(calendar, from, n);
    },
  ],
  [
    'countWorkingDays',
    (calendar, golden) => {
      const { from, to } = FromTo.parse(golden);
      return countWorkingDays(calendar, from, to);
    },
  ],
  [
    'addCalendarDays',
    (_calendar, golden) => {
      const { from, n } = FromN.parse(golden);
      return addCalendarDays(from, n);
    },
  ],
  ['limitEnd', (calendar, golden) => limitEnd(calendar, LimitCase.parse(golden))],
]);

/** `calendar`: working days and limits on the official calendar of mainland China. */
export const runCalendar: CaseRunner = (golden) => {
  const { op } = z.object({ op: z.string() }).parse(golden);
  const operation = OPERATIONS.get(op);
  if (operation === undefined) return `unknown operation "${op}"`;
  const calendar = workCalendar(CHINA_HOLIDAYS);
  return difference(
    golden,
    outcomeOf(() => operation(calendar, golden)),
  );
};
