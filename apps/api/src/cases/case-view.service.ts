import { Injectable } from '@nestjs/common';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { labelOf } from '#domain/terms/term.js';
import { POSTS } from '#domain/terms/organisation-terms.js';
import { ROLE_TERMS } from '#domain/terms/matter-terms.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import type { ColumnCipher } from '#prisma/crypto.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { CaseRow, TaskRow } from '#prisma/stores/case/case-row.js';
import { followStore } from '#prisma/stores/follow.store.js';
import { ledgerStore } from '#prisma/stores/ledger.store.js';
import { personStore } from '#prisma/stores/person.store.js';
import { isInOffice } from '../access/case-filter.js';
import type { ApiConfig } from '../config.js';
import type { RequestActor } from '../identity/actor.js';
import { matterOf } from '../matters/matter.js';
import type { Matter } from '../matters/matter.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { stateLabel, taskLabel } from './act-labels.js';
import { CaseAccess } from './case-access.js';
import type { CaseView, TaskView } from './case.schemas.js';

/** A case as its readers see it: people named, numbers masked. */
@Injectable()
export class CaseViews {
  readonly #cipher: ColumnCipher;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    @UseConfig() config: ApiConfig,
    private readonly access: CaseAccess,
  ) {
    this.#cipher = columnCipher(config.dataKey);
  }

  async view(actor: RequestActor, caseNo: string): Promise<CaseView> {
    const row = await this.access.readable(actor, caseNo);
    const matter = matterOf(row.matter);
    const reading = caseReadingStore(this.database);
    const [tasks, forms, files, parties, relatives, followed] = await Promise.all([
      caseStore(this.database).tasks(row.id),
      caseStore(this.database).forms(row.id),
      ledgerStore(this.database).caseFiles(row.id),
      reading.parties(row.id),
      reading.relatives(row.id),
      followStore(this.database).follows(actor.userId, row.id),
    ]);
    const open = tasks.filter(({ status }) => status !== 'CLOSED').map((task) => asTold(task, row, matter, actor));
    const form = forms.at(-1) ?? null;
    const [users, units] = await this.#names(row, open, form?.data);
    await caseListStore(this.database).markCopyRead(row.id, await this.access.keysOf(actor), this.clock());
    const { organisationName, renews, renewedBy } = relatives;
    return {
      ...headOf(row, matter),
      organisation: row.organisationId === null ? null : { id: row.organisationId, name: organisationName ?? '' },
      applicant: { userId: row.applicantUserId, name: users.get(row.applicantUserId) ?? '' },
      parties: [{ unitId: row.unitId, name: units.get(row.unitId) ?? '', part: 'HANDLING' }, ...parties],
      followed,
      renews,
      renewedBy: [...renewedBy],
      form: form === null ? null : { version: form.version, at: iso(form.at), data: form.data },
      people: await this.#people(row, form?.data),
      users: [...users].map(([userId, name]) => ({ userId, name })),
      files: files.map((file) => ({ ...file })),
      tasks: open.map((task) => taskView(matter, task, users, units)),
      process: processOf(matter),
    };
  }

  async #names(row: CaseRow, tasks: readonly TaskRow[], form: unknown) {
    const keys = tasks.map(({ assigneeKey }) => assigneeKey.split(':'));
    const ofKind = (wanted: string) => keys.flatMap(([kind, id]) => (kind === wanted && id !== undefined ? [id] : []));
    const reading = caseReadingStore(this.database);
    return Promise.all([
      reading.userNames([row.applicantUserId, ...ofKind('user'), ...valuesOf(form, 'userId')]),
      reading.unitNames([row.unitId, ...ofKind('pool')]),
    ]);
  }

  async #people({ organisationId }: CaseRow, form: unknown): Promise<CaseView['people']> {
    if (organisationId === null) return [];
    const named = new Set([
      ...valuesOf(form, 'personId'),
      ...valuesOf(form, 'secretary'),
      ...valuesOf(form, 'deputy'),
      ...valuesOf(form, 'committee'),
    ]);
    const people = await personStore(this.database, this.#cipher).ofOrganisation(
      organisationId,
      shanghaiDate(this.clock()),
    );
    return people
      .filter(({ personId }) => named.has(personId))
      .map(({ personId, name, idNoMasked, phoneMasked, posts }) => {
        const post = posts.find(({ inCouncil }) => inCouncil) ?? posts[0];
        return {
          personId,
          name,
          idNo: idNoMasked,
          phone: phoneMasked,
          post: post === undefined ? null : labelOf(POSTS, post.post).zh,
        };
      });
  }
}

function headOf(row: CaseRow, matter: Matter) {
  const { caseNo, title, seq, ledgerHash, submittedAt, updatedAt, closedAt } = row;
  const { slug, code, zh, en } = matter;
  return {
    ...{ caseNo, title, seq, ledgerHash },
    matter: { slug, code, zh, en },
    state: stateLabel(matter, row.state),
    submittedAt: iso(submittedAt),
    updatedAt: iso(updatedAt),
    closedAt: isoOrNull(closedAt),
  };
}

/** A task as the reader is told of it: who judges is not named to the applicant's side. */
function asTold(task: TaskRow, { unitId }: CaseRow, { unnamed }: Matter, reader: RequestActor): TaskRow {
  const isNamed = unnamed?.kinds.includes(task.kind) !== true || isInOffice(reader);
  return isNamed ? task : { ...task, assigneeKey: `pool:${unitId}:${unnamed.role}`, claimedBy: null };
}

function taskView(
  matter: Matter,
  task: TaskRow,
  users: ReadonlyMap<string, string>,
  units: ReadonlyMap<string, string>,
): TaskView {
  const [kind, id = '', role = ''] = task.assigneeKey.split(':');
  const assignee =
    kind === 'user'
      ? { userId: id, unitId: null, role: null, name: users.get(id) ?? '' }
      : { userId: null, unitId: id, role, name: `${units.get(id) ?? ''} ${labelOf(ROLE_TERMS, role).zh}`.trim() };
  return {
    taskId: task.taskId,
    kind: task.kind,
    ...taskLabel(matter, task.kind),
    stage: task.stage,
    status: task.status,
    assigneeKey: task.assigneeKey,
    assignee,
    openedAt: iso(task.openedAt),
    dueAt: isoOrNull(task.dueAt),
    limit: limitOf(task),
    pausedAt: isoOrNull(task.pausedAt),
    pauseGround: task.pauseGround,
    escalatedAt: isoOrNull(task.escalatedAt),
    closedAt: isoOrNull(task.closedAt),
    outcome: task.outcome,
  };
}

function limitOf({ limitUnit, limitLength }: TaskRow): TaskView['limit'] {
  return limitLength === null ? null : { unit: limitUnit === 'WD' ? 'WD' : 'CD', length: limitLength };
}

function processOf(matter: Matter): CaseView['process'] {
  return {
    states: Object.keys(matter.states).map((slug) => stateLabel(matter, slug)),
    transitions: Object.entries(matter.transitions).flatMap(([from, events]) =>
      Object.entries(events).flatMap(([event, to]) => (to === undefined ? [] : [{ from, event, to }])),
    ),
  };
}

/** Every text under a key of that name, however deep; of a list, each of its texts. */
function valuesOf(data: unknown, key: string): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => valuesOf(item, key));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (name !== key) return valuesOf(value, key);
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    return texts.filter((text) => typeof text === 'string');
  });
}

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));
