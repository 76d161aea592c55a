import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { ProjectMoneyService } from './project-money.service.js';
import { ProjectReadingService } from './project-reading.service.js';
import { ProjectReadingController, RoundDeskController } from './reading.controller.js';
import { RoundDeskService } from './round-desk.service.js';
import { RoundMoneyService } from './round-money.service.js';
import { ProjectMoneyController, PublicAwardsController, RoundAwardsController } from './venture-money.controller.js';

/** Awards, adoptions, payments and execution of venture rounds. */
@Module({
  imports: [CasesModule],
  controllers: [
    RoundAwardsController,
    PublicAwardsController,
    ProjectMoneyController,
    ProjectReadingController,
    RoundDeskController,
  ],
  providers: [RoundMoneyService, ProjectMoneyService, ProjectReadingService, RoundDeskService],
})
export class VentureMoneyModule {}
