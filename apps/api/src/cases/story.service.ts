import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import type { DisclosureLevel } from '#domain/paper/paper-kind.js';
import { PAPER_KINDS } from '#domain/paper/paper-kind.js';
import type { Database } from '#prisma/client.js';
import { contentStore } from '#prisma/files/content-store.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import type { DocumentRow } from '#prisma/stores/document.store.js';
import { ledgerStore } from '#prisma/stores/ledger.store.js';
import type { TimelineEntry } from '#prisma/stores/ledger.store.js';
import { isInOffice, organisationsOf, unitsOf } from '../access/case-filter.js';
import type { ApiConfig } from '../config.js';
import type { RequestActor } from '../identity/actor.js';
import { matterOf } from '../matters/matter.js';
import type { Matter } from '../matters/matter.js';
import { UseConfig, UseDatabase } from '../resources.js';
import { actLabel, stateLabel } from './act-labels.js';
import { CaseAccess } from './case-access.js';
import type { PaperList, TimelineView } from './case.schemas.js';

/** What a reader is to a case: of the applicant's side, an official who handles it, or somebody who may look on. */
type Relation = 'APPLICANT' | 'HANDLER' | 'ONLOOKER';

/** Who may read a paper of each level (specification C8); a roster is Party membership data and goes to those who need it. */
const READERS: Readonly<Record<DisclosureLevel, readonly Relation[]>> = {
  PUBLIC: ['APPLICANT', 'HANDLER', 'ONLOOKER'],
  INTERNAL: ['APPLICANT', 'HANDLER', 'ONLOOKER'],
  PARTIES: ['APPLICANT', 'HANDLER'],
  RESTRICTED: ['APPLICANT', 'HANDLER'],
};

/** What a case went through, and the papers that came of it. */
@Injectable()
export class CaseStory {
  readonly #files: ContentStore;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseConfig() config: ApiConfig,
    private readonly access: CaseAccess,
  ) {
    this.#files = contentStore(config.home);
  }

  async timeline(actor: RequestActor, caseNo: string): Promise<TimelineView> {
    const row = await this.access.readable(actor, caseNo);
    const matter = matterOf(row.matter);
    const entries = await ledgerStore(this.database).timeline(row.id);
    return { items: entries.map((entry) => entryView(matter, entry, actor)) };
  }

  async papers(actor: RequestActor, caseNo: string): Promise<PaperList> {
    const row = await this.access.readable(actor, caseNo);
    const relation = await this.#relation(actor, row);
    const papers = await ledgerStore(this.database).casePapers(row.id);
    return { items: papers.filter((paper) => mayRead(relation, paper)).map((paper) => paperView(caseNo, paper)) };
  }

  /** The Word file of a paper. A paper that the reader may not have does not exist: NOT_FOUND. */
  async paperFile(
    actor: RequestActor,
    caseNo: string,
    id: string,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const row = await this.access.readable(actor, caseNo);
    const relation = await this.#relation(actor, row);
    const paper = (await ledgerStore(this.database).casePapers(row.id)).find((one) => one.id === id);
    if (paper === undefined || !mayRead(relation, paper)) throw new NotFound('Paper');
    const bytes = await this.#files.read(paper.sha256);
    if (bytes === null) throw new NotFound('Paper');
    return { name: `${paperLabel(paper.kind).zh}-${paper.docNo ?? caseNo}.docx`, bytes };
  }

  async #relation(actor: RequestActor, row: CaseRow): Promise<Relation> {
    const isAuditor = actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
    if (isAuditor || unitsOf(actor).includes(row.unitId)) return 'HANDLER';
    const applies = row.organisationId !== null && organisationsOf(actor).includes(row.organisationId);
    if (applies || row.applicantUserId === actor.userId) return 'APPLICANT';
    const parties = await caseReadingStore(this.database).parties(row.id);
    const files = parties.some(({ unitId, part }) => part === 'FILING' && unitsOf(actor).includes(unitId));
    return files ? 'HANDLER' : 'ONLOOKER';
  }
}

function mayRead(relation: Relation, { disclosure }: DocumentRow): boolean {
  const level = Object.entries(READERS).find(([name]) => name === disclosure);
  return level?.[1].includes(relation) === true;
}

function paperLabel(kind: string) {
  const known = Object.entries(PAPER_KINDS).find(([name]) => name === kind)?.[1];
  return { zh: known?.nameZh ?? kind, en: known?.nameEn ?? kind };
}

function paperView(caseNo: string, paper: DocumentRow): PaperList['items'][number] {
  const { id, kind, docNo, code, sha256, size, disclosure, status, issuedAt } = paper;
  return {
    ...{ id, kind, docNo, code, sha256, size, disclosure, status },
    ...paperLabel(kind),
    issuedAt: new Date(issuedAt).toISOString(),
    file: `/api/v1/cases/${caseNo}/papers/${id}`,
  };
}

function entryView(matter: Matter, entry: TimelineEntry, actor: RequestActor): TimelineView['items'][number] {
  const { seq, kind, stage, taskId, verdict, hash } = entry;
  return {
    ...{ seq, kind, stage, taskId, verdict, hash },
    ...actLabel(matter, kind),
    at: new Date(entry.at).toISOString(),
    state: stateLabel(matter, entry.state),
    actor: actorView(matter, entry, actor),
    onBehalfOf: entry.onBehalfOfId === null ? null : { userId: entry.onBehalfOfId, name: entry.onBehalfOfName },
    ...(mayReadWords(matter, entry, actor)
      ? { opinion: entry.opinion, fileIds: [...entry.fileIds] }
      : { opinion: null, fileIds: [] }),
  };
}

function actorView(matter: Matter, { actorId, actorName, role, unitName, kind }: TimelineEntry, reader: RequestActor) {
  if (actorId === null) return null;
  const isNamed = matter.unnamed?.kinds.includes(kind) !== true || isInOffice(reader) || actorId === reader.userId;
  return isNamed
    ? { userId: actorId, name: actorName, role, unit: unitName }
    : { userId: null, name: null, role, unit: unitName };
}

/** Officials read one another's opinions; others their own, and those that are meant for the applicant. */
function mayReadWords({ toldToApplicant }: Matter, { actorId, kind }: TimelineEntry, actor: RequestActor): boolean {
  return isInOffice(actor) || actorId === actor.userId || toldToApplicant.includes(kind);
}
