import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { SessionGuard } from './session.guard.js';
import { Sessions } from './sessions.js';

/** Who is there: sessions for everybody, and the guard that lets nobody else in. */
@Global()
@Module({
  providers: [Sessions, { provide: APP_GUARD, useClass: SessionGuard }],
  exports: [Sessions],
})
export class IdentityModule {}
