import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { AssessmentService } from './assessment.service.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';
import { SubmissionService } from './submission.service.js';

/** Drafts, their assessment, and their submission. */
@Module({
  imports: [CasesModule, MattersModule],
  controllers: [DraftsController],
  providers: [DraftsService, AssessmentService, SubmissionService],
})
export class DraftsModule {}
