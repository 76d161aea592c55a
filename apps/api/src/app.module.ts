import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';

import type { ApiConfig } from './config.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SchemaPipe } from './http/validation.js';
import { IdentityModule } from './identity/identity.module.js';
import { ResourcesModule } from './resources.module.js';
import type { Clock } from './resources.js';

@Module({
  imports: [IdentityModule, HealthModule],
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
