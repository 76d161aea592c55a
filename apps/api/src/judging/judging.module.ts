import { Module } from '@nestjs/common';

import { EventsModule } from '../events/events.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsService } from './assignments.service.js';
import { HallService } from './hall.service.js';
import { JudgesController } from './judges.controller.js';
import { JudgesService } from './judges.service.js';
import { JudgingRights } from './judging-rights.js';
import { PanelController } from './panel.controller.js';
import { PanelService } from './panel.service.js';
import { ProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';
import { DiagnosticsController, PublicResultsController } from './results.controller.js';
import { ResultsService } from './results.service.js';
import { SheetsController } from './sheets.controller.js';
import { SheetsService } from './sheets.service.js';

/** Judging of venture rounds: judges, panels, assignments, sheets, the stage, and what comes of it. */
@Module({
  imports: [MattersModule, EventsModule],
  controllers: [
    JudgesController,
    PanelController,
    AssignmentsController,
    SheetsController,
    ProgressController,
    DiagnosticsController,
    PublicResultsController,
  ],
  providers: [
    JudgingRights,
    JudgesService,
    PanelService,
    AssignmentsService,
    SheetsService,
    ProgressService,
    ResultsService,
    HallService,
  ],
})
export class JudgingModule {}
