import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { parseUscc, usccHolder } from '#domain/identifier/uscc.js';
import { AuthNotAllowed, CaseStateConflict, NotFound } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { ActivityRecord } from '#domain/venture-round/activity.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { fundingGap } from '#domain/venture-round/adoption.rule.js';
import { PROJECT_TRANSITIONS, type ProjectState } from '#domain/venture-round/states.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import { stateOf } from '#domain/process/transitions.js';
import type { Database } from '#prisma/client.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { noticeStore } from '#prisma/stores/notice.store.js';
import { adoptionStore } from '#prisma/stores/venture-money/adoption.store.js';
import { type ExecutedProject, executionStore } from '#prisma/stores/venture-money/execution.store.js';
import { organisationsOf } from '../access/case-filter.js';
import { ActsService } from '../cases/acts.service.js';
import { CaseAccess } from '../cases/case-access.js';
import { type IdempotentRequest, requestIdOf } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { moneyView } from './money-view.js';
import type { MoneyView, NewAccount, NewDeed, NewReport, NewSponsor, NewVoucher } from './money.schemas.js';

/** A project's money and the records of its execution. What decides something goes to its workflow as an act. */
@Injectable()
export class ProjectMoneyService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: CaseAccess,
    private readonly acts: ActsService,
  ) {}

  /** The enterprise for which a sponsor's account speaks. VEN_SPONSOR_NOT_ELIGIBLE for what is no enterprise. */
  register(actor: RequestActor, { uscc, name, representative }: NewSponsor, request: IdempotentRequest) {
    assertRole(actor, 'SPONSOR');
    const code = parseUscc(uscc);
    if (usccHolder(code) !== 'ENTERPRISE')
      throw new VentureRoundRefusal('VEN_SPONSOR_NOT_ELIGIBLE', { enterprise: false }, 'uscc');
    return onceFor(this.database, actor, request, async ({ rows }) => {
      const id = idOf(actor, request);
      await rows.sponsor.create({ data: { id, uscc: code, name, userId: actor.userId, representative } });
      return { id };
    });
  }

  /** 认领书: signed by the sponsor; it stands when the applicant countersigns. VEN_ADOPT_NOT_ELIGIBLE, VEN_ADOPT_OVER_GAP at once. */
  async offer(actor: RequestActor, caseNo: string, deed: NewDeed, request: IdempotentRequest) {
    assertRole(actor, 'SPONSOR');
    const row = await this.#project(caseNo);
    const { sponsor, project } = await this.#parties(actor, row);
    const adoptable = await adoptionStore(this.database).adoptable({
      projectId: row.id,
      deedId: '',
      state: stateIn(row),
    });
    const gap = fundingGap(adoptable);
    if (!adoptable.inPublishedList || adoptable.meetsFloor === false)
      throw new VentureRoundRefusal('VEN_ADOPT_NOT_ELIGIBLE', { inPublishedList: adoptable.inPublishedList });
    if (deed.fen > gap) throw new VentureRoundRefusal('VEN_ADOPT_OVER_GAP', { fen: deed.fen, gap }, 'fen');
    if (deed.linkedToApplicant && deed.disclosure === undefined)
      throw new VentureRoundRefusal('VEN_SPONSOR_NOT_ELIGIBLE', { undisclosed: true }, 'disclosure');
    const { mode, fen, purpose, namingRight = null, linkedToApplicant, disclosure = null } = deed;
    const terms = { purpose, namingRight };
    const deedHash = sha256(canonicalJson({ projectId: row.id, sponsor: sponsor.uscc, mode, fen, terms }));
    const at = new Date(this.clock());
    return onceFor(this.database, actor, request, async (tx) => {
      const id = idOf(actor, request);
      await tx.rows.adoption.create({
        data: {
          ...{ id, roundId: project.roundId, projectId: row.id, sponsorId: sponsor.id, mode, fen, terms, deedHash },
          ...{ linkedToApplicant, disclosure, sponsorSignedBy: actor.userId, sponsorSignedAt: at },
        },
      });
      // The case hears of the deed when it is countersigned; until then nobody but this tells the applicant.
      const told = { id: `deed-${id}`, caseId: row.id, kind: 'ADOPTION_OFFERED', at };
      await noticeStore(tx).tell({ ...told, to: `user:${row.applicantUserId}` });
      return { id };
    });
  }

  /** The account to which instalments go; the applicant's to name, and to change until the next payment. */
  async account(actor: RequestActor, caseNo: string, account: NewAccount, request: IdempotentRequest) {
    const row = await this.#own(actor, caseNo);
    return onceFor(this.database, actor, request, async ({ rows }) => {
      const { count } = await rows.fundingAgreement.updateMany({ where: { projectId: row.id }, data: { account } });
      if (count === 0) throw new CaseStateConflict(row.state, 'account');
      return { id: row.id };
    });
  }

  async activity(actor: RequestActor, caseNo: string, record: ActivityRecord, request: IdempotentRequest) {
    const project = await this.#executed(await this.#own(actor, caseNo));
    return onceFor(this.database, actor, request, (tx) =>
      executionStore(tx).saveActivity(project, record, this.#by(actor)),
    );
  }

  /** 现场确认, by an official of the community or its street. */
  async confirm(actor: RequestActor, caseNo: string, id: string, request: IdempotentRequest) {
    assertRole(actor, 'COMMUNITY_OFFICIAL');
    const row = await this.#project(caseNo);
    return onceFor(this.database, actor, request, async (tx) => {
      if (!(await executionStore(tx).confirmActivity(row.id, id, this.#by(actor)))) throw new NotFound('Activity');
      return { id };
    });
  }

  async voucher(actor: RequestActor, caseNo: string, voucher: NewVoucher, request: IdempotentRequest) {
    const project = await this.#executed(await this.#own(actor, caseNo));
    const id = idOf(actor, request);
    return onceFor(this.database, actor, request, (tx) =>
      executionStore(tx).addVoucher(project, voucher, id, this.#by(actor)),
    );
  }

  /** Writes the change down and asks for it: small shifts take effect at once. */
  async change(actor: RequestActor, caseNo: string, change: object, request: IdempotentRequest) {
    const row = await this.#own(actor, caseNo);
    const { id } = await executionStore(this.database).writeChange(
      row.id,
      change,
      idOf(actor, request),
      this.#by(actor),
    );
    return this.acts.act(actor, caseNo, { kind: 'requestChange', facts: { changeId: id }, attachments: [] }, request);
  }

  /** Draws the report up from the records, freezes its figures and files it on the open task of its kind. */
  async report(actor: RequestActor, caseNo: string, { kind, ...words }: NewReport, request: IdempotentRequest) {
    const row = await this.#own(actor, caseNo);
    const before = await this.database.rows.actRequest.findUnique({
      where: { id: requestIdOf(actor.userId, request.key) },
    });
    const wanted = kind === 'MID_TERM' ? 'FILE_MID_TERM_REPORT' : 'FILE_FINAL_REPORT';
    const task = await this.database.rows.task.findFirst({
      where: { caseId: row.id, kind: wanted },
      orderBy: { openedAt: 'desc' },
    });
    if (task === null || (task.status === 'CLOSED' && before === null))
      throw new VentureRoundRefusal('VEN_REPORT_WRONG', { kind }, 'kind');
    const { photosMin } = VentureRoundSettings.parse(row.config);
    const no =
      before === null
        ? (await executionStore(this.database).drawReport(row.id, kind, words, photosMin, this.#by(actor))).no
        : numberOf(before.act);
    const body = { kind: 'fileReport', facts: { no, kind }, taskId: task.id, attachments: [] };
    return this.acts.act(actor, caseNo, body, request);
  }

  /** Everything about the money of a project, for whoever may read its case. */
  async money(actor: RequestActor, caseNo: string): Promise<MoneyView> {
    const row = await this.access.readable(actor, caseNo);
    return moneyView(this.database, row.id, actor.userId);
  }

  #by({ userId }: RequestActor) {
    return { userId, at: this.clock() };
  }

  async #project(caseNo: string): Promise<CaseRow> {
    const row = await caseStore(this.database).byNo(caseNo);
    if (row?.matter !== 'venture-project') throw new NotFound('Project');
    return row;
  }

  /** The applicant's own project; others learn nothing of it. */
  async #own(actor: RequestActor, caseNo: string): Promise<CaseRow> {
    const row = await this.#project(caseNo);
    if (row.organisationId === null || !organisationsOf(actor, ['APPLICANT_USER']).includes(row.organisationId))
      throw new NotFound('Project');
    return row;
  }

  async #executed(row: CaseRow): Promise<ExecutedProject> {
    const { roundId, organisationId } = await this.database.rows.project.findUniqueOrThrow({
      where: { caseId: row.id },
    });
    if (row.state !== 'CONTRACTED' && row.state !== 'EXECUTING') throw new CaseStateConflict(row.state, 'record');
    return { projectId: row.id, roundId, organisationId };
  }

  async #parties({ userId }: RequestActor, row: CaseRow) {
    const sponsor = await this.database.rows.sponsor.findUnique({ where: { userId } });
    if (sponsor === null) throw new VentureRoundRefusal('VEN_SPONSOR_NOT_ELIGIBLE', { registered: false });
    const project = await this.database.rows.project.findUniqueOrThrow({ where: { caseId: row.id } });
    return { sponsor, project };
  }
}

/** The number under which the very request was sent before. */
function numberOf(sent: unknown): number {
  const facts = typeof sent === 'object' && sent !== null && 'facts' in sent ? sent.facts : null;
  const no = typeof facts === 'object' && facts !== null && 'no' in facts ? facts.no : null;
  return typeof no === 'number' ? no : 0;
}

function assertRole({ grants }: RequestActor, role: 'SPONSOR' | 'COMMUNITY_OFFICIAL'): void {
  if (!grants.some((grant) => grant.role === role)) throw new AuthNotAllowed({ role });
}

const stateIn = ({ state }: CaseRow): ProjectState => stateOf<ProjectState>(PROJECT_TRANSITIONS, state);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const idOf = ({ userId }: RequestActor, { key }: IdempotentRequest): string => requestIdOf(userId, key).slice(0, 32);
