import { createHmac, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { DomainError, NotFound } from '#domain/errors.js';
import { isCaseNumber } from '#domain/identifier/case-number.js';
import { parseVerificationCode, verificationCodeFrom } from '#domain/paper/verification-code.js';
import { normalForm } from '#domain/text/normal-form.js';
import type { Database } from '#prisma/client.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { CaseRow, TaskRow } from '#prisma/stores/case/case-row.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import { ledgerStore } from '#prisma/stores/ledger.store.js';
import { organisationsOf } from '../access/case-filter.js';
import { stateLabel, taskLabel } from '../cases/act-labels.js';
import { CaseAccess } from '../cases/case-access.js';
import type { ApiConfig } from '../config.js';
import type { RequestActor } from '../identity/actor.js';
import { matterOf } from '../matters/matter.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { ProgressCodeView, ProgressView } from './progress.schemas.js';

/** A case that ended so long ago is not followed any more. */
const AFTER_END_MS = 365 * 24 * 3600 * 1000;

/** No case has this number and this code; which of the two is wrong is not told. */
class ProgressUnknown extends DomainError {
  constructor() {
    super({
      code: 'PROGRESS_UNKNOWN',
      status: 404,
      messageZh: '没有与此编号和查询码相符的办件。请对照申请人办件页面上的查询码逐位核对,或请申请人重新提供。',
      messageEn:
        'No case has this number and code. Compare both with the page of the case, or ask the applicant for them again.',
    });
  }
}

/** The code is right, but the case ended more than a year ago. */
class ProgressOver extends DomainError {
  constructor() {
    super({
      code: 'PROGRESS_OVER',
      status: 404,
      messageZh: '此办件办结已满一年,查询码已失效。需要时请申请人登录查看,或向办理机关查询。',
      messageEn:
        'This case ended more than a year ago and its code has expired. The applicant may sign in, or ask the organ that handled it.',
    });
  }
}

/** Following a case without signing in, by its number and a code that only those of the applicant's side are told. */
@Injectable()
export class ProgressService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    @UseConfig() private readonly config: ApiConfig,
    private readonly access: CaseAccess,
  ) {}

  /** Throws NOT_FOUND to whoever is not of the applicant's side, officials too: it is not theirs to hand on. */
  async code(actor: RequestActor, caseNo: string): Promise<ProgressCodeView> {
    const row = await this.access.readable(actor, caseNo);
    const { organisationId, applicantUserId } = row;
    // What an official began for an organisation (a check, a return) is the organisation's to follow.
    const mine =
      organisationId === null ? applicantUserId === actor.userId : organisationsOf(actor).includes(organisationId);
    if (!mine) throw new NotFound('ProgressCode');
    return { caseNo, code: this.#codeOf(row.caseNo) };
  }

  /** Throws PROGRESS_UNKNOWN, PROGRESS_OVER. */
  async progress(typedNo: string, typedCode: string): Promise<ProgressView> {
    const caseNo = normalForm(typedNo).trim().toUpperCase();
    const found = isCaseNumber(caseNo) ? await caseListStore(this.database).readable(caseNo, { all: true }) : null;
    // Compared also for a number that nobody has, so that the time of an answer tells nothing.
    const fits = same(codeOrNull(typedCode) ?? '', this.#codeOf(caseNo));
    if (found === null || !fits) throw new ProgressUnknown();
    if (found.closedAt !== null && found.closedAt + AFTER_END_MS < this.clock()) throw new ProgressOver();
    return this.#view(found);
  }

  /** Kept nowhere: it follows from the number and the secret of the office. */
  #codeOf(caseNo: string): string {
    return verificationCodeFrom(createHmac('sha256', this.config.secret).update(`case-progress\n${caseNo}`).digest());
  }

  async #view(row: CaseRow): Promise<ProgressView> {
    const matter = matterOf(row.matter);
    const [timeline, tasks, units] = await Promise.all([
      ledgerStore(this.database).timeline(row.id),
      caseStore(this.database).tasks(row.id),
      caseReadingStore(this.database).unitNames([row.unitId]),
    ]);
    const steps = timeline.filter(({ state }, n) => timeline[n - 1]?.state !== state);
    const open = tasks.filter(({ status }) => status === 'OPEN');
    return {
      caseNo: row.caseNo,
      matter: { zh: matter.zh, en: matter.en },
      organ: units.get(row.unitId) ?? '',
      state: stateLabel(matter, row.state),
      submittedAt: iso(row.submittedAt),
      updatedAt: iso(row.updatedAt),
      closedAt: row.closedAt === null ? null : iso(row.closedAt),
      steps: steps.map(({ state, at }) => ({ state: stateLabel(matter, state), at: iso(at) })),
      waiting: open
        .filter(({ kind }, n) => open.findIndex((other) => other.kind === kind) === n)
        .map((task) => ({
          ...taskLabel(matter, task.kind),
          byApplicant: isApplicants(row, task),
          dueAt: task.dueAt === null ? null : iso(task.dueAt),
          paused: task.pausedAt !== null,
        })),
    };
  }
}

function isApplicants({ organisationId, applicantUserId }: CaseRow, { assigneeKey }: TaskRow): boolean {
  const [kind, id] = assigneeKey.split(':');
  return kind === 'org' ? id === organisationId : kind === 'user' && id === applicantUserId;
}

function codeOrNull(typed: string): string | null {
  try {
    return parseVerificationCode(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const iso = (ms: number) => new Date(ms).toISOString();
