import 'reflect-metadata';

import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { openApiDocument } from './http/openapi.js';

/** Prints the OpenAPI document. Nothing is served and no server is needed: what is made here is never initialised. */
const nowhere = {
  databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
  temporalAddress: '127.0.0.1:1',
  temporalNamespace: 'default',
  host: '127.0.0.1',
  port: 0,
  home: '.',
  secret: 'only the description is wanted, no cookie',
  dataKey: new Uint8Array(32),
};
const quiet = Object.assign(new NestApplicationContextOptions(), { logger: ['error' as const] });
const app = await NestFactory.create(AppModule.of(nowhere, Date.now), quiet);
app.setGlobalPrefix('api/v1');
// It is longer than a pipe holds: the process ends when the reader has it all.
process.stdout.write(JSON.stringify(openApiDocument(app)), () => process.exit(0));
