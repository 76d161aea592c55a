import { Module } from '@nestjs/common';

import { MattersModule } from '../matters/matters.module.js';
import { ActFacts } from './act-facts.service.js';
import { ActsController } from './acts.controller.js';
import { ActsService } from './acts.service.js';
import { CaseAccess } from './case-access.js';
import { CaseStarter } from './case-starter.js';

/** Cases: acting on them, reading them, and handing them over to their workflows. */
@Module({
  imports: [MattersModule],
  controllers: [ActsController],
  providers: [ActsService, ActFacts, CaseAccess, CaseStarter],
  exports: [CaseAccess, CaseStarter],
})
export class CasesModule {}
