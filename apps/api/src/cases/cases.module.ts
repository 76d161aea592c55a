import { Module } from '@nestjs/common';

import { EventsModule } from '../events/events.module.js';
import { MattersModule } from '../matters/matters.module.js';
import { ActFacts } from './act-facts.service.js';
import { ActionsService } from './actions.service.js';
import { ActsController } from './acts.controller.js';
import { ActsService } from './acts.service.js';
import { CaseAccess } from './case-access.js';
import { CaseStarter } from './case-starter.js';
import { CaseViews } from './case-view.service.js';
import { CasesController } from './cases.controller.js';
import { EndedOrganisations } from './ended-organisations.js';
import { FollowsController } from './follows.controller.js';
import { Follows } from './follows.service.js';
import { CaseStory } from './story.service.js';

/** Cases: acting on them, reading them, and handing them over to their workflows. */
@Module({
  imports: [MattersModule, EventsModule],
  controllers: [CasesController, ActsController, FollowsController],
  providers: [
    ActsService,
    ActFacts,
    CaseAccess,
    CaseStarter,
    CaseViews,
    ActionsService,
    CaseStory,
    EndedOrganisations,
    Follows,
  ],
  exports: [ActsService, CaseAccess, CaseStarter, Follows],
})
export class CasesModule {}
