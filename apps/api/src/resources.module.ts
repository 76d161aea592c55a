import { Global, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';

import { openDatabase } from '#prisma/client.js';
import type { Database } from '#prisma/client.js';
import type { ApiConfig } from './config.js';
import { CLOCK, CONFIG, DATABASE, UseDatabase } from './resources.js';
import type { Clock } from './resources.js';
import { Temporal } from './temporal/temporal.js';

/** What every part of the API stands on: the configuration, the clock, PostgreSQL and the workflow service. */
@Global()
@Module({})
export class ResourcesModule implements OnApplicationShutdown {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly temporal: Temporal,
  ) {}

  static of(config: ApiConfig, clock: Clock): DynamicModule {
    return {
      module: ResourcesModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: DATABASE, useFactory: () => openDatabase(config.databaseUrl) },
        {
          provide: Temporal,
          useFactory: () => new Temporal({ address: config.temporalAddress, namespace: config.temporalNamespace }),
        },
      ],
      exports: [CONFIG, CLOCK, DATABASE, Temporal],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.database.close(), this.temporal.close()]);
  }
}
