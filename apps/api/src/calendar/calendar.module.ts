import { Module } from '@nestjs/common';

import { CalendarController } from './calendar.controller.js';

/** The holiday calendar, a year at a time. */
@Module({ controllers: [CalendarController] })
export class CalendarModule {}
