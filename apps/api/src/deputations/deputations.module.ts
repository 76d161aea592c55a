import { Module } from '@nestjs/common';

import { ColleaguesController } from './colleagues.controller.js';
import { DeputationsController } from './deputations.controller.js';
import { DeputationsService } from './deputations.service.js';

/** Standing deputies (代理). */
@Module({
  controllers: [DeputationsController, ColleaguesController],
  providers: [DeputationsService],
  exports: [DeputationsService],
})
export class DeputationsModule {}
