import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { z } from 'zod';

import { workCalendar } from '#domain/calendar/work-calendar.js';
import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import { calendarStore } from '#prisma/stores/calendar.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const MAX_DAYS = 366;
const Days = z.array(z.iso.date()).max(MAX_DAYS);
const YearParam = z.strictObject({ year: z.coerce.number().int().min(2000).max(2199) });
type YearParam = z.infer<typeof YearParam>;

const CalendarYearBody = z.strictObject({
  source: z.enum(['OFFICIAL', 'DEMONSTRATION']),
  holidays: Days,
  makeUpDays: Days,
});
type CalendarYearBody = z.infer<typeof CalendarYearBody>;

const CalendarYearView = CalendarYearBody.extend({ year: z.int() });

@Controller('calendars')
export class CalendarController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  @Get(':year')
  @Answers('年度节假日安排 Holidays and make-up workdays of a year', CalendarYearView)
  async year(@Param({ schema: YearParam }) { year }: YearParam) {
    const found = await calendarStore(this.database).byYear(year);
    if (found === null) throw new NotFound('Calendar');
    return found;
  }

  /** Refuses (422 CALENDAR_INVALID) days outside the year and days that are both off and worked. */
  @Put(':year')
  @Answers('设置年度节假日 Set a year', CalendarYearView)
  put(
    @Actor() actor: RequestActor,
    @Param({ schema: YearParam }) { year }: YearParam,
    @Body({ schema: CalendarYearBody }) body: CalendarYearBody,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    ensureCan(abilityFor(actor), 'update', 'Calendar', { year });
    const entry = { year, ...body };
    workCalendar([entry]);
    return onceFor(this.database, actor, request, async (tx) => {
      await calendarStore(tx).put(entry);
      const facts = { source: body.source, holidays: body.holidays.length, makeUpDays: body.makeUpDays.length };
      const log = { act: 'calendar.set', actorId: actor.userId, at: this.clock(), subject: String(year), facts };
      await administrationStore(tx).log(log);
      return entry;
    });
  }
}
