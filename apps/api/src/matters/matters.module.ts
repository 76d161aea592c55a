import { Module } from '@nestjs/common';

import { AnnualReturnApplications } from './annual-return.applications.js';
import { AnnualReturnWords } from './annual-return.words.js';
import { Applications } from './applications.js';
import { Assignees } from './assignees.js';
import { GeneralApprovalApplications } from './general-approval.applications.js';
import { PartyOrganisationsController } from './party-organisations.controller.js';
import { PartyOrganisationsService } from './party-organisations.service.js';
import { Settings } from './settings.service.js';
import { SheetSeals } from './sheet-seals.js';
import { TempPartyOrgApplications } from './temp-party-org.applications.js';
import { TempPartyOrgFacts } from './temp-party-org.facts.js';
import { VentureProjectApplications } from './venture-project.applications.js';
import { VentureRoundApplications } from './venture-round.applications.js';

const MATTERS = [
  Settings,
  Assignees,
  TempPartyOrgFacts,
  TempPartyOrgApplications,
  GeneralApprovalApplications,
  VentureRoundApplications,
  VentureProjectApplications,
  AnnualReturnWords,
  AnnualReturnApplications,
  Applications,
  SheetSeals,
];

/** What each matter asks beside what all have in common. */
@Module({
  controllers: [PartyOrganisationsController],
  providers: [...MATTERS, PartyOrganisationsService],
  exports: MATTERS,
})
export class MattersModule {}
