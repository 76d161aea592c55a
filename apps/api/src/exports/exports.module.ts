import { Module } from '@nestjs/common';

import { ListsModule } from '../lists/lists.module.js';
import { FactsChanged, NobodyLooks } from '../organisations/facts-changed.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../organisations/people.service.js';
import { RandomChecksModule } from '../random-checks/random-checks.module.js';
import { SeasonsModule } from '../seasons/seasons.module.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';

/** Every list as a workbook. It only reads, so nobody has to look again. */
@Module({
  imports: [ListsModule, SeasonsModule, RandomChecksModule],
  controllers: [ExportsController],
  providers: [ExportsService, OrganisationsService, PeopleService, { provide: FactsChanged, useClass: NobodyLooks }],
})
export class ExportsModule {}
