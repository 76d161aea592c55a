import { useQueries } from '@tanstack/react-query';
import { Form, Input } from 'antd';

import { earliestTalk } from '#domain/annual-inspection/talk.rule.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { CalendarYear } from '#domain/calendar/work-calendar.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { calendarQuery } from '../../../api/case.js';
import '../../../api/no-run-time-code.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf, isoDayOf } from '../../../text/time.js';

const TEXTS = {
  day: ['约谈日期', 'Day of the talk'],
  wanted: ['请填写约谈日期', 'Give the day of the talk'],
  hint: ['通知之后至少三个工作日,最早{day}', 'three working days after the notice, {day} at the earliest'],
  plain: ['通知之后至少三个工作日', 'three working days after the notice'],
} as const;

/** The day for which the person in charge is called, with the first that is possible. */
export function TalkNoticeFields() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const today = isoDayOf(new Date());
  const year = Number(today.slice(0, 4));
  const years = useQueries({ queries: [year, year + 1].map(calendarQuery) });
  const earliest = earliestFrom(
    today,
    years.flatMap(({ data }) => data ?? []),
  );
  return (
    <Form.Item
      name={['facts', 'heldOn']}
      label={t('day')}
      rules={[{ required: true, message: t('wanted') }]}
      extra={earliest === null ? t('plain') : t('hint', { day: dayOf(earliest, language) })}
    >
      <Input type="date" className="date" {...(earliest === null ? {} : { min: earliest })} />
    </Form.Item>
  );
}

/** null without the calendar of that year: the server says so. */
function earliestFrom(today: string, calendars: readonly CalendarYear[]): string | null {
  try {
    return calendars.length === 0 ? null : earliestTalk(parseIsoDate(today), workCalendar(calendars));
  } catch {
    return null;
  }
}
