import { Injectable } from '@nestjs/common';

import type { Label } from '#domain/terms/term.js';
import type { Database } from '#prisma/client.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import type { CaseListStore, PageAsked, Page as StoredPage } from '#prisma/stores/case-list.store.js';
import { followStore } from '#prisma/stores/follow.store.js';
import { CaseAccess } from '../cases/case-access.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { MATTERS } from '../matters/matter.js';
import type { CaseQuery, Counts, DecisionQuery, ListFilter, ListRow, MatterList, TaskQuery } from './list.schemas.js';
import { heldAs, narrowingOf, soonEnds } from './narrowing-of.js';
import { rowView } from './row-view.js';

/** The lists as somebody may see them, page by page. */
@Injectable()
export class ListsService {
  readonly #lists: CaseListStore;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
  ) {
    this.#lists = caseListStore(database);
  }

  /** 待办 or 超期. */
  async tasks(actor: RequestActor, { box, ...query }: TaskQuery): Promise<Page<ListRow>> {
    const asked = this.#asked(query);
    const as = heldAs(actor, query.grant);
    if (box === 'overdue')
      return this.#page(await this.#lists.overdue(await this.access.filterOf(as), this.clock(), asked));
    return this.#page(await this.#lists.todo({ userId: as.userId, keys: await this.access.keysOf(as) }, asked));
  }

  /** How many wait in each list. As in its list, what one follows is by name. */
  async counts(actor: RequestActor, grant?: string): Promise<Counts> {
    const as = heldAs(actor, grant);
    const now = this.clock();
    const desk = { userId: as.userId, keys: await this.access.keysOf(as) };
    const [waiting, followed] = await Promise.all([
      this.#lists.counts(desk, now, soonEnds(now)),
      followStore(this.database).count(actor.userId, await this.access.filterOf(actor)),
    ]);
    return { ...waiting, followed };
  }

  /** 已办. */
  async decisions({ userId }: RequestActor, query: DecisionQuery): Promise<Page<ListRow>> {
    return this.#page(await this.#lists.done(userId, this.#asked(query)));
  }

  /** 我发起的, 抄送, 关注 or 办件. What one follows is by name: no single role of the reader narrows it. */
  async cases(actor: RequestActor, { box, ...query }: CaseQuery): Promise<Page<ListRow>> {
    const asked = this.#asked(query);
    const as = heldAs(actor, query.grant);
    if (box === 'started') return this.#page(await this.#lists.started(as.userId, asked));
    if (box === 'copied') return this.#page(await this.#lists.copied(await this.access.keysOf(as), asked));
    if (box === 'followed')
      return this.#page(await this.#lists.followed(as.userId, await this.access.filterOf(actor), asked));
    return this.#page(await this.#lists.cases(await this.access.filterOf(as), asked));
  }

  /** What a list can be narrowed to. */
  matters(): MatterList {
    const labelled = (words: Readonly<Record<string, Label>>) =>
      Object.entries(words).map(([slug, { zh, en }]) => ({ slug, zh, en }));
    return {
      items: MATTERS.map(({ slug, zh, en, states, taskKinds }) => ({
        ...{ slug, zh, en },
        states: labelled(states),
        kinds: labelled(taskKinds),
      })),
    };
  }

  #asked({ limit, cursor, ...filter }: PageQuery & ListFilter): PageAsked {
    return { limit, cursor: cursor ?? null, narrowing: narrowingOf(filter, this.clock()) };
  }

  #page({ items, next }: StoredPage): Page<ListRow> {
    const now = this.clock();
    return { items: items.map((row) => rowView(row, now)), nextCursor: next };
  }
}
