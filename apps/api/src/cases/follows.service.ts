import { Injectable } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { followStore } from '#prisma/stores/follow.store.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { CaseAccess } from './case-access.js';

/** 关注: a reader keeps an eye on a case. Whoever may not read it cannot follow it, and a follow gives no right. */
@Injectable()
export class Follows {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
  ) {}

  /** Follows a case, or no more. Throws NOT_FOUND for a case that may not be read. */
  async set(actor: RequestActor, caseNo: string, followed: boolean, request: IdempotentRequest): Promise<unknown> {
    const { id } = await this.access.readable(actor, caseNo);
    return onceFor(this.database, actor, request, async (tx) => {
      if (followed) await followStore(tx).follow(actor.userId, id, new Date(this.clock()));
      else await followStore(tx).unfollow(actor.userId, id);
      return { caseNo, followed };
    });
  }

  /** Ids of the cases that somebody follows and may read now. */
  async readable(actor: RequestActor): Promise<string[]> {
    return followStore(this.database).readable(actor.userId, await this.access.filterOf(actor));
  }
}
