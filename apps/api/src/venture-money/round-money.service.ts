import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { daysBetween } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { CaseStateConflict, FieldInvalid, NotFound } from '#domain/errors.js';
import { asId, type UserId } from '#domain/ids.js';
import type { Act } from '#domain/process/act.js';
import { VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { Database } from '#prisma/client.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { awardStore } from '#prisma/stores/venture-money/award.store.js';
import { roundAccountStore, type NoticeLine } from '#prisma/stores/venture-money/round-account.store.js';
import { roundDeskStore } from '#prisma/stores/venture-money/round-desk.store.js';
import { ventureRoundReadingStore } from '#prisma/stores/venture-round-reading.store.js';
import type { RoundRow } from '#prisma/stores/venture-round/round-row.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { unitsOf } from '../access/case-filter.js';
import { requestIdOf, type IdempotentRequest } from '../http/idempotency-key.js';
import { keyOf, page, type PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';
import { z } from 'zod';
import type { NewObjection } from './money.schemas.js';
import { planView } from './plan-view.js';

const NoCursor = z.tuple([z.string().max(64)]);
const HOW_ZH = '对名单有异议的,请在公示期内实名登录,写明理由并附证据;主办单位在规定工作日内逐件答复。';
const HOW_EN =
  'Whoever objects signs in under their own name during the notice, with reasons and evidence; each objection is answered.';

/** The awards of a round as people see and dispute them, and its figures. */
@Injectable()
export class RoundMoneyService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly temporal: Temporal,
  ) {}

  /** The published list with its notices. NOT_FOUND before the first. */
  async awards(id: string, { cursor, limit }: PageQuery) {
    const round = await this.#published(id);
    const store = roundAccountStore(this.database);
    const notices = await store.notices(round.caseId);
    if (notices.length === 0) throw new NotFound('Awards');
    const rows = await store.list(round.caseId, keyOf(cursor, NoCursor)?.[0] ?? '', limit + 1);
    const shown = page(
      rows,
      limit,
      ({ caseNo }) => [caseNo],
      (row) => row,
    );
    return { notices: notices.map((notice) => this.#shown(notice)), ...shown };
  }

  async figures(id: string) {
    const round = await this.#published(id);
    const store = roundAccountStore(this.database);
    return { ...(await store.figures(round.caseId)), account: await store.account(round.caseId) };
  }

  /** For organisers and auditors alone: nobody else sees an award before it is published. */
  async plan(actor: RequestActor, id: string) {
    const round = await this.#published(id);
    const auditor = actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
    if (!auditor && !unitsOf(actor, ['ROUND_ORGANISER']).includes(round.unitId)) throw new NotFound('AwardPlan');
    const drawn = await awardStore(this.database).draw(round.caseId);
    const ids = [...drawn.plan.awards, ...drawn.plan.reserve, ...drawn.plan.notFunded].map(
      ({ projectId }) => projectId,
    );
    return planView(drawn, await roundDeskStore(this.database).planned(ids));
  }

  /** Keeps the words first and then asks the round: it takes the objection, or refuses it because the notice is over. */
  async object(actor: RequestActor, id: string, asked: NewObjection, { key, fingerprint }: IdempotentRequest) {
    const round = await this.#published(id);
    const { rows } = this.database;
    const project = await rows.project.findFirst({ where: { roundId: round.caseId, caseNo: asked.project } });
    const award = await rows.award.findFirst({ where: { projectId: project?.caseId ?? '', noticeNo: asked.notice } });
    if (project === null || award === null) throw new NotFound('Award');
    if (award.outcome !== 'PROPOSED') throw new CaseStateConflict(award.outcome, 'objectTo');
    await this.#assertEvidence(actor, asked.evidenceUploadIds);
    const requestId = requestIdOf(actor.userId, key);
    const objectionId = createHash('sha256').update(`objection\n${requestId}`).digest('hex').slice(0, 32);
    const now = this.clock();
    await rows.objection.upsert({
      where: { id: objectionId },
      create: {
        ...{ id: objectionId, caseId: round.caseId, notice: asked.notice, subject: project.caseId },
        ...{ byUserId: actor.userId, contact: asked.contact, statement: asked.statement },
        ...{ evidenceUploadIds: asked.evidenceUploadIds, filedAt: new Date(now) },
      },
      update: {},
    });
    const sent: Act = {
      ...{ requestId, fingerprint, kind: 'objectTo', taskId: null, seenSeq: null },
      actor: {
        userId: asId<UserId>(actor.userId),
        personId: actor.personId,
        role: 'APPLICANT_USER',
        unitId: null,
        onBehalfOf: null,
      },
      facts: { notice: asked.notice, subject: project.caseId, objectionId },
    };
    const words = {
      id: requestId,
      caseId: round.caseId,
      userId: sent.actor.userId,
      fingerprint,
      opinion: asked.statement,
    };
    await caseContextStore(this.database).saveActRequest(
      { ...words, fileIds: asked.evidenceUploadIds, ip: actor.ip, act: sent },
      now,
    );
    const workflowId = workflowIdOf(VENTURE_ROUND.slug, round.caseNo);
    const { caseNo, seq, state } = await this.temporal.call(({ workflow }) =>
      workflow.getHandle(workflowId).executeUpdate(act, { args: [sent], updateId: requestId }),
    );
    return { id: objectionId, caseNo, seq, state };
  }

  async #assertEvidence({ userId }: RequestActor, ids: readonly string[]): Promise<void> {
    const found = await submissionStore(this.database).uploadsOf(ids, { userId, organisationId: null, caseId: null });
    const unknown = ids.findIndex((one) => !found.has(one));
    if (unknown >= 0)
      throw new FieldInvalid(
        `evidenceUploadIds.${unknown}`,
        '没有找到该文件,请重新上传。',
        'This file was not found. Upload it again.',
      );
  }

  async #published(id: string): Promise<RoundRow> {
    const round = await ventureRoundReadingStore(this.database).find(id);
    if (round === null || round.publishedAt === null) throw new NotFound('Round');
    return round;
  }

  #shown({ no, openedAt, dueAt, endedAt, settledAt, objections }: NoticeLine) {
    const now = this.clock();
    const isOpen = endedAt === null && (dueAt === null || now <= dueAt);
    const daysLeft = isOpen && dueAt !== null ? Math.max(0, daysBetween(shanghaiDate(now), shanghaiDate(dueAt))) : 0;
    const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
    return {
      ...{ no, openedAt: new Date(openedAt).toISOString(), endsAt: time(dueAt), daysLeft, isOpen },
      ...{ settledAt: time(settledAt), objections, howZh: HOW_ZH, howEn: HOW_EN },
    };
  }
}
