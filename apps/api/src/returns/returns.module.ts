import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { BulkConclusionsController } from './bulk-conclusions.controller.js';
import { BulkConclusions } from './bulk-conclusions.service.js';
import { PublicInspectionsController } from './public-inspections.controller.js';
import { InspectionGatesController, ReturnsController } from './returns.controller.js';
import { ReturnsService } from './returns.service.js';

/** Yearly returns (年度工作报告): writing them, reading them, deciding many at once, and what they lead to. */
@Module({
  imports: [CasesModule, MattersModule],
  controllers: [ReturnsController, InspectionGatesController, BulkConclusionsController, PublicInspectionsController],
  providers: [ReturnsService, BulkConclusions],
})
export class ReturnsModule {}
