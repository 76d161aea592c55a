import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Database } from '#prisma/client.js';
import { judgeStore } from '#prisma/stores/venture-judging/judge.store.js';
import type { Judge } from '#prisma/stores/venture-judging/judge.store.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { keyOf, page } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { JudgeEntry, JudgeQuery, NewJudge } from './judge.schemas.js';
import { ensureKeepsPool } from './judging-rights.js';

const Key = z.tuple([z.string()]);

/** 评委库: who may be drawn and assigned, with fields and employers. */
@Injectable()
export class JudgesService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  async list(actor: RequestActor, { cursor, limit, field }: JudgeQuery): Promise<Page<Judge>> {
    ensureKeepsPool(actor, false);
    const [after = null] = keyOf(cursor, Key) ?? [];
    const asked = { after, limit: limit + 1, ...(field === undefined ? {} : { field }) };
    const rows = await judgeStore(this.database).list(asked);
    return page(
      rows,
      limit,
      ({ id }) => [id],
      (judge) => judge,
    );
  }

  async candidates(actor: RequestActor) {
    ensureKeepsPool(actor, true);
    return { items: await judgeStore(this.database).candidates(this.clock()) };
  }

  enter(actor: RequestActor, { userId, ...entry }: NewJudge, request: IdempotentRequest): Promise<unknown> {
    ensureKeepsPool(actor, true);
    const by = { userId: actor.userId, at: this.clock() };
    return onceFor(this.database, actor, request, (tx) => judgeStore(tx).enter(userId, entry, by));
  }

  change(actor: RequestActor, id: string, entry: JudgeEntry, request: IdempotentRequest): Promise<unknown> {
    ensureKeepsPool(actor, true);
    return onceFor(this.database, actor, request, (tx) => judgeStore(tx).change(id, entry));
  }

  retire(actor: RequestActor, id: string, request: IdempotentRequest): Promise<unknown> {
    ensureKeepsPool(actor, true);
    return onceFor(this.database, actor, request, (tx) => judgeStore(tx).retire(id, this.clock()));
  }
}
