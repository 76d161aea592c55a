import { Module } from '@nestjs/common';

import { DeputationsModule } from '../deputations/deputations.module.js';
import { CaseEvents } from './case-events.js';
import { EventsController } from './events.controller.js';

/** What changes under a reader's eyes. */
@Module({
  imports: [DeputationsModule],
  controllers: [EventsController],
  providers: [CaseEvents],
  exports: [CaseEvents],
})
export class EventsModule {}
