import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { ProgressCodeController, PublicProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';
import { PublicSeasonListController } from './public-seasons.controller.js';

/** What everybody may read, beside what each matter publishes itself. */
@Module({
  imports: [CasesModule],
  controllers: [ProgressCodeController, PublicProgressController, PublicSeasonListController],
  providers: [ProgressService],
})
export class PublicModule {}
