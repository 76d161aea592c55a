import { Injectable } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import type { CaseListStore, Page as StoredPage } from '#prisma/stores/case-list.store.js';
import { CaseAccess } from '../cases/case-access.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { CaseQuery, Counts, ListRow, TaskQuery } from './list.schemas.js';
import { rowView } from './row-view.js';

/** The lists as somebody may see them, page by page. */
@Injectable()
export class ListsService {
  readonly #lists: CaseListStore;

  constructor(
    @UseDatabase() database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
  ) {
    this.#lists = caseListStore(database);
  }

  /** 待办 or 超期. */
  async tasks(actor: RequestActor, { box, limit, cursor }: TaskQuery): Promise<Page<ListRow>> {
    const asked = { limit, cursor: cursor ?? null };
    if (box === 'overdue')
      return this.#page(await this.#lists.overdue(await this.access.filterOf(actor), this.clock(), asked));
    return this.#page(await this.#lists.todo({ userId: actor.userId, keys: await this.access.keysOf(actor) }, asked));
  }

  /** How many wait in each list. */
  async counts(actor: RequestActor): Promise<Counts> {
    return this.#lists.counts({ userId: actor.userId, keys: await this.access.keysOf(actor) }, this.clock());
  }

  /** 已办. */
  async decisions({ userId }: RequestActor, { limit, cursor }: PageQuery): Promise<Page<ListRow>> {
    return this.#page(await this.#lists.done(userId, { limit, cursor: cursor ?? null }));
  }

  /** 我发起的, 抄送 or 办件. */
  async cases(actor: RequestActor, { box, limit, cursor }: CaseQuery): Promise<Page<ListRow>> {
    const asked = { limit, cursor: cursor ?? null };
    if (box === 'started') return this.#page(await this.#lists.started(actor.userId, asked));
    if (box === 'copied') return this.#page(await this.#lists.copied(await this.access.keysOf(actor), asked));
    return this.#page(await this.#lists.cases(await this.access.filterOf(actor), asked));
  }

  #page({ items, next }: StoredPage): Page<ListRow> {
    const now = this.clock();
    return { items: items.map((row) => rowView(row, now)), nextCursor: next };
  }
}
