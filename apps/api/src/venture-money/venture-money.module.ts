import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { ProjectMoneyService } from './project-money.service.js';
import { RoundMoneyService } from './round-money.service.js';
import { ProjectMoneyController, PublicAwardsController, RoundAwardsController } from './venture-money.controller.js';

/** Awards, adoptions, payments and execution of venture rounds. */
@Module({
  imports: [CasesModule],
  controllers: [RoundAwardsController, PublicAwardsController, ProjectMoneyController],
  providers: [RoundMoneyService, ProjectMoneyService],
})
export class VentureMoneyModule {}
