import type { LogLevel } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

import type { Database } from '#prisma/client.js';
import { AppModule } from './app.module.js';
import type { ApiConfig } from './config.js';
import { noteArrival } from './http/arrival.js';
import { JSON_LIMIT, onlyJson, refuseDeepJson } from './http/json-body.js';
import { serveOpenApi } from './http/openapi.js';
import { ProblemFilter } from './http/problem.filter.js';
import { requestId } from './http/request-id.js';
import { sameOrigin } from './http/same-origin.js';
import { AUTH_PATH, authOrigin, createAuth } from './identity/auth.js';
import { authMiddleware } from './identity/auth.middleware.js';
import { Sessions } from './identity/sessions.js';
import { signInThrottle } from './identity/sign-in-throttle.js';
import { DATABASE } from './resources.js';
import type { Clock } from './resources.js';
import { RAW_TYPES, UPLOAD_LIMIT } from './uploads/upload-file.js';
import { serveWeb } from './web/serve-web.js';

/** The application as it is served, not yet listening; tests start the same one. `clock` is epoch ms. */
export async function createApp(config: ApiConfig, clock: Clock = Date.now): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, clock), OPTIONS);
  app.setGlobalPrefix('api/v1');
  app.disable('x-powered-by');
  // Answers change with every act: a hash of each would be work for nothing.
  app.set('etag', false);
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(noteArrival(clock), requestId, helmet(HEADERS), serveWeb(config.webFolder));
  app.use(sameOrigin(config.publicUrl), onlyJson);
  app.useBodyParser('json', { limit: JSON_LIMIT, type: ['application/json', '+json'] });
  app.useBodyParser('raw', { limit: UPLOAD_LIMIT, type: RAW_TYPES });
  app.use(refuseDeepJson);
  app.use(AUTH_PATH, signInOf(app, config, clock));
  app.use(failedBeforeNest);
  serveOpenApi(app);
  app.enableShutdownHooks();
  app.getHttpServer().keepAliveTimeout = KEPT_MS;
  await app.init();
  return app;
}

function signInOf(app: NestExpressApplication, config: ApiConfig, clock: Clock) {
  const database = app.get<Database>(DATABASE);
  return authMiddleware({
    auth: createAuth(config, database),
    origin: authOrigin(config),
    sessions: app.get(Sessions),
    throttle: signInThrottle(database, clock),
  });
}

/** Longer than browsers and proxies hold an idle connection: closed from here, it would take along a request that is just being sent. */
const KEPT_MS = 75_000;
const LOGGED: LogLevel[] = ['error', 'warn', 'fatal'];
const OPTIONS = Object.assign(new NestApplicationContextOptions(), {
  bodyParser: false,
  forceCloseConnections: true,
  logger: LOGGED,
});

const filter = new ProblemFilter();

/** What goes wrong in front of Nest's router gets the same answer as behind it. Express knows an error handler by its four parameters. */
function failedBeforeNest(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  filter.answer(error, request, response);
}

// The pages draw themselves with inline styles and data images, and show a file that they have fetched in a frame.
const HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      frameSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: false,
};
