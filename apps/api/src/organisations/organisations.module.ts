import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';

import { FactsChanged, NobodyLooks } from './facts-changed.js';
import { OrganisationsController, UnitsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';

/** Units, organisations and their people. */
@Module({})
export class OrganisationsModule {
  /** `factsChanged` provides `FactsChanged`: who lets the running cases look again. */
  static of(factsChanged: Provider<FactsChanged> = { provide: FactsChanged, useClass: NobodyLooks }): DynamicModule {
    return {
      module: OrganisationsModule,
      controllers: [UnitsController, OrganisationsController, PeopleController],
      providers: [OrganisationsService, PeopleService, factsChanged],
    };
  }
}
