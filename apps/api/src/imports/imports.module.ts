import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';

import { FactsChanged } from '../organisations/facts-changed.js';
import { ImportRunner } from './import-runner.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

/** Organisations, posts and Party members from a workbook. */
@Module({})
export class ImportsModule {
  /** `factsChanged` provides `FactsChanged`: who lets the running cases look again. */
  static of(factsChanged: Provider<FactsChanged>): DynamicModule {
    return {
      module: ImportsModule,
      controllers: [ImportsController],
      providers: [ImportsService, ImportRunner, factsChanged],
    };
  }
}
