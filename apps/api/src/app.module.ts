import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';

import { AdministrationModule } from './administration/administration.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CasesLookAgain } from './cases/cases-look-again.js';
import { CasesModule } from './cases/cases.module.js';
import type { ApiConfig } from './config.js';
import { DeputationsModule } from './deputations/deputations.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { EventsModule } from './events/events.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SchemaPipe } from './http/validation.js';
import { IdentityModule } from './identity/identity.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { JudgingModule } from './judging/judging.module.js';
import { ListsModule } from './lists/lists.module.js';
import { MattersModule } from './matters/matters.module.js';
import { MeModule } from './me/me.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { FactsChanged } from './organisations/facts-changed.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PapersModule } from './papers/papers.module.js';
import { PublicModule } from './public/public.module.js';
import { RandomChecksModule } from './random-checks/random-checks.module.js';
import { ReturnsModule } from './returns/returns.module.js';
import { ResourcesModule } from './resources.module.js';
import type { Clock } from './resources.js';
import { SeasonsModule } from './seasons/seasons.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { ShowcaseModule } from './showcase/showcase.module.js';
import { UnitsModule } from './units/units.module.js';
import { UploadsModule } from './uploads/uploads.module.js';
import { VentureMoneyModule } from './venture-money/venture-money.module.js';
import { VentureRoundsModule } from './venture-rounds/venture-rounds.module.js';

@Module({
  imports: [
    IdentityModule,
    HealthModule,
    MeModule,
    AdministrationModule,
    DeputationsModule,
    NoticesModule,
    CalendarModule,
    UploadsModule,
    EventsModule,
    OrganisationsModule.of({ provide: FactsChanged, useClass: CasesLookAgain }),
    ImportsModule.of({ provide: FactsChanged, useClass: CasesLookAgain }),
    DraftsModule,
    CasesModule,
    ListsModule,
    JudgingModule,
    ExportsModule,
    MattersModule,
    PapersModule,
    FiguresModule,
    VentureMoneyModule,
    VentureRoundsModule,
    PublicModule,
    RandomChecksModule,
    ReturnsModule,
    SeasonsModule,
    SettingsModule,
    ShowcaseModule,
    UnitsModule,
  ],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: SchemaPipe },
  ],
})
export class AppModule {
  static of(config: ApiConfig, clock: Clock): DynamicModule {
    return { module: AppModule, imports: [ResourcesModule.of(config, clock)] };
  }
}
