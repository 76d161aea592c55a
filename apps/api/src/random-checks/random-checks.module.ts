import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { DrawnChecksService } from './drawn-checks.service.js';
import { InspectorsController } from './inspectors.controller.js';
import { PublicDrawsController } from './public-draws.controller.js';
import { DrawnChecksController, RandomChecksController } from './random-checks.controller.js';
import { RandomChecksService } from './random-checks.service.js';

/** Random checks (双随机、一公开): draws, their checks, and what everybody may read of them. */
@Module({
  imports: [CasesModule, MattersModule],
  controllers: [RandomChecksController, DrawnChecksController, PublicDrawsController, InspectorsController],
  providers: [RandomChecksService, DrawnChecksService],
})
export class RandomChecksModule {}
