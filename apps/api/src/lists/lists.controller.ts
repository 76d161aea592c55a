import { Controller, Get, Query } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import type { CaseListRow, CaseListStore, Page as StoredPage } from '#prisma/stores/case-list.store.js';
import { CaseAccess } from '../cases/case-access.js';
import { Answers } from '../http/answers.js';
import type { Page } from '../http/paging.js';
import { PageQuery } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { CaseQuery, Counts, ListPage, TaskQuery } from './list.schemas.js';
import type { ListRow } from './list.schemas.js';
import { rowView } from './row-view.js';

@Controller()
export class ListsController {
  readonly #lists: CaseListStore;

  constructor(
    @UseDatabase() database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
  ) {
    this.#lists = caseListStore(database);
  }

  @Get('tasks')
  @Answers('待办、超期列表 Tasks that wait for you, or that are past their limit', ListPage)
  async tasks(@Actor() actor: RequestActor, @Query({ schema: TaskQuery }) { box, limit, cursor }: TaskQuery) {
    const asked = { limit, cursor: cursor ?? null };
    if (box === 'overdue')
      return this.#page(await this.#lists.overdue(await this.access.filterOf(actor), this.clock(), asked));
    return this.#page(await this.#lists.todo({ userId: actor.userId, keys: await this.access.keysOf(actor) }, asked));
  }

  @Get('tasks/counts')
  @Answers('各列表数量 How many wait in each list, none counted beyond 100', Counts)
  async counts(@Actor() actor: RequestActor) {
    return this.#lists.counts({ userId: actor.userId, keys: await this.access.keysOf(actor) }, this.clock());
  }

  @Get('decisions/mine')
  @Answers('已办列表 What you decided, last first', ListPage)
  async decisions(@Actor() { userId }: RequestActor, @Query({ schema: PageQuery }) { limit, cursor }: PageQuery) {
    return this.#page(await this.#lists.done(userId, { limit, cursor: cursor ?? null }));
  }

  @Get('cases')
  @Answers('办件列表 Cases that you started, that were copied to you, or that you may see', ListPage)
  async cases(@Actor() actor: RequestActor, @Query({ schema: CaseQuery }) { box, limit, cursor }: CaseQuery) {
    const asked = { limit, cursor: cursor ?? null };
    if (box === 'started') return this.#page(await this.#lists.started(actor.userId, asked));
    if (box === 'copied') return this.#page(await this.#lists.copied(await this.access.keysOf(actor), asked));
    return this.#page(await this.#lists.cases(await this.access.filterOf(actor), asked));
  }

  #page({ items, next }: StoredPage): Page<ListRow> {
    const now = this.clock();
    return { items: items.map((row: CaseListRow) => rowView(row, now)), nextCursor: next };
  }
}
