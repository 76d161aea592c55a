import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { noticeStore } from '#prisma/stores/notice.store.js';
import type { NoticeReader, NoticeRow } from '#prisma/stores/notice.store.js';
import { keysOf } from '../access/case-filter.js';
import { Done } from '../administration/user.schemas.js';
import { stateLabel } from '../cases/act-labels.js';
import { Follows } from '../cases/follows.service.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { keyOf, page, pageOf, PageQuery } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { matterOf } from '../matters/matter.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const NoticeView = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  caseNo: z.string().nullable(),
  title: z.string().nullable().describe('Of the case'),
  kind: z.string(),
  state: z
    .object({ slug: z.string(), zh: z.string(), en: z.string() })
    .nullable()
    .describe('What a followed case came to'),
  params: z.record(z.string(), z.unknown()),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
const Unread = z.object({ unread: z.int() });
const MarkedRead = z.object({ read: z.int() });
const LastSeen = z.tuple([z.number(), z.string()]);

@Controller('notices')
export class NoticesController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly follows: Follows,
  ) {}

  @Get()
  @Answers('通知列表 Notices, newest first', pageOf(NoticeView))
  async list(@Actor() actor: RequestActor, @Query({ schema: PageQuery }) { cursor, limit }: PageQuery) {
    const rows = await noticeStore(this.database).list(await this.#reader(actor), keyOf(cursor, LastSeen), limit);
    return page(rows, limit, ({ at, id }) => [at.getTime(), id], noticeView);
  }

  @Get('unread')
  @Answers('未读通知数 How many notices are unread', Unread)
  async unread(@Actor() actor: RequestActor) {
    return { unread: await noticeStore(this.database).unread(await this.#reader(actor)) };
  }

  @Post('read')
  @HttpCode(200)
  @Answers('全部标为已读 Mark all of your notices as read', MarkedRead)
  async markAllRead(@Actor() actor: RequestActor, @IdempotencyKey() request: IdempotentRequest) {
    const reader = await this.#reader(actor);
    return onceFor(this.database, actor, request, async (tx) => ({
      read: await noticeStore(tx).markAllRead(reader, new Date(this.clock())),
    }));
  }

  @Post(':id/read')
  @HttpCode(200)
  @Answers('标为已读 Mark a notice as read', Done)
  async markRead(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    const reader = await this.#reader(actor);
    return onceFor(this.database, actor, request, async (tx) => {
      const found = await noticeStore(tx).markRead(id, reader, new Date(this.clock()));
      if (!found) throw new NotFound('Notice');
      return { done: true };
    });
  }

  async #reader(actor: RequestActor): Promise<NoticeReader> {
    return { keys: keysOf(actor), followed: await this.follows.readable(actor) };
  }
}

/** The slug of a state means something only within its matter, so it goes out with its words. */
function noticeView({ matter, ...row }: NoticeRow): z.output<typeof NoticeView> {
  const params = z.record(z.string(), z.unknown()).parse(row.params);
  const { state } = params;
  return {
    ...row,
    ...{ params, at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null },
    state: matter !== null && typeof state === 'string' ? stateLabel(matterOf(matter), state) : null,
  };
}
