import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { Id } from '../http/clean.js';
import type { PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { CaseFilter, DecisionFilter, TaskFilter } from '../lists/list.schemas.js';
import { ListsService } from '../lists/lists.service.js';
import { OrganisationQuery } from '../organisations/organisation.schemas.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../organisations/people.service.js';
import { RandomChecksService } from '../random-checks/random-checks.service.js';
import { UseDatabase } from '../resources.js';
import { SeasonsService } from '../seasons/seasons.service.js';
import { listWorkbook } from '../workbooks/write-workbook.js';
import { caseColumns, DECISION_COLUMNS, TASK_COLUMNS } from './case-lists.js';
import { exportedList } from './exported-list.js';
import type { ExportedList, ExportQuery } from './exported-list.js';
import { inspectionExports } from './inspection-exports.js';
import { EXPORTED_ORGANISATION } from './organisation-columns.js';
import { EXPORTED_POST } from './person-columns.js';

const { cursor: _cursor, limit: _limit, ...organisationFilters } = OrganisationQuery.shape;
const OrganisationFilter = z.strictObject(organisationFilters);
const OfOrganisation = z.strictObject({ organisationId: Id });

/** The lists that can be exported, by the name in their address. One more list is one more entry. */
@Injectable()
export class ExportsService {
  readonly #lists: ReadonlyMap<string, ExportedList>;

  constructor(
    lists: ListsService,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    seasons: SeasonsService,
    draws: RandomChecksService,
    @UseDatabase() private readonly database: Database,
  ) {
    const tasks = (zh: string, box: 'todo' | 'overdue') =>
      exportedList({
        zh,
        filter: TaskFilter,
        columns: TASK_COLUMNS,
        read: (actor, page, filters) => lists.tasks(actor, { ...page, ...filters, box }),
      });
    const cases = (zh: string, box: 'started' | 'copied' | 'followed' | 'all', at: string) =>
      exportedList({
        zh,
        filter: CaseFilter,
        columns: caseColumns(at),
        read: (actor, page, filters) => lists.cases(actor, { ...page, ...filters, box }),
      });
    this.#lists = new Map([
      ['todo', tasks('待办', 'todo')],
      ['overdue', tasks('超期', 'overdue')],
      [
        'done',
        exportedList({
          zh: '已办',
          filter: DecisionFilter,
          columns: DECISION_COLUMNS,
          read: (actor, page, filters) => lists.decisions(actor, { ...page, ...filters }),
        }),
      ],
      ['started', cases('我发起的', 'started', '提交时间')],
      ['copied', cases('抄送', 'copied', '抄送时间')],
      ['followed', cases('关注', 'followed', '关注时间')],
      ['cases', cases('办件', 'all', '提交时间')],
      [
        'organisations',
        exportedList({
          zh: '社会组织',
          filter: OrganisationFilter,
          columns: EXPORTED_ORGANISATION,
          read: (actor, page, filters) => this.#organisations(actor, { ...page, ...filters }),
        }),
      ],
      [
        'people',
        exportedList({
          zh: '任职',
          filter: OfOrganisation,
          columns: EXPORTED_POST,
          read: (actor, _page, { organisationId }) => this.#posts(actor, organisationId),
        }),
      ],
      ...inspectionExports({ seasons, draws, database }),
    ]);
  }

  /** A list as a workbook, written while it is read. Throws NOT_FOUND for a list that there is not, and what the list itself throws. */
  async workbook(actor: RequestActor, name: string, query: ExportQuery) {
    const list = this.#lists.get(name);
    if (list === undefined) throw new NotFound('List');
    const { zh, columns } = list;
    return { zh, content: listWorkbook({ zh, columns, rows: await list.rows(actor, query) }) };
  }

  async #organisations(actor: RequestActor, query: OrganisationQuery & PageQuery) {
    const { items, nextCursor } = await this.organisations.list(actor, query);
    const ids = items.flatMap(({ supervisoryUnitId, registryUnitId }) =>
      [supervisoryUnitId ?? [], registryUnitId ?? []].flat(),
    );
    const names = await caseReadingStore(this.database).unitNames(ids);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
    const named = items.map((item) => ({
      ...item,
      supervisoryUnit: nameOf(item.supervisoryUnitId),
      registryUnit: nameOf(item.registryUnitId),
    }));
    return { items: named, nextCursor };
  }

  async #posts(actor: RequestActor, organisationId: string) {
    const { items } = await this.people.list(actor, organisationId);
    return { items: items.flatMap((person) => person.posts.map((held) => ({ ...person, held }))), nextCursor: null };
  }
}
