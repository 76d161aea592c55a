import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { AnnualInspectionSettings, SETTING_KEYS } from '#domain/annual-inspection/settings.js';
import { AuthNotAllowed, FieldInvalid, NotFound } from '#domain/errors.js';
import { person, pool } from '#domain/process/assignee.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import { RandomCheckRefusal } from '#domain/random-check/errors.js';
import { DrawPlan, termsOf } from '#domain/random-check/plan.js';
import { RANDOM_CHECK } from '#domain/random-check/states.js';
import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { IdempotencyKeyReused } from '#prisma/stores/idempotency.store.js';
import { randomCheckReadingStore } from '#prisma/stores/random-check-reading.store.js';
import { settingStore } from '#prisma/stores/setting.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import type { Unit } from '#prisma/stores/unit.store.js';
import { unitsOf } from '../access/case-filter.js';
import { CaseAccess } from '../cases/case-access.js';
import { CaseStarter } from '../cases/case-starter.js';
import { linksOf } from '../cases/links.js';
import { StartFacts } from '../cases/start-facts.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { keyOf, page } from '../http/paging.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import { RANDOM_CHECK_MATTER } from '../matters/random-check.matter.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { CheckView, ChecksQuery, DrawCreated, DrawView, NewDraw } from './random-check.schemas.js';
import { checkView, drawRowView, drawView } from './views.js';

const LastDraw = z.tuple([z.number(), z.string().max(100)]);
const LastCheck = z.tuple([z.int()]);

/** Draws of random checks: planning one, and reading them. What is done with a draw are acts on its case. */
@Injectable()
export class RandomChecksService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly access: CaseAccess,
    private readonly starter: CaseStarter,
  ) {}

  /** Throws AUTH_NOT_ALLOWED, DRAW_RATE_TOO_LOW, DRAW_DUPLICATE; the same key finds the draw that it made. */
  async create(actor: RequestActor, { unitId, ...plan }: NewDraw, request: IdempotentRequest): Promise<DrawCreated> {
    const before = await caseStore(this.database).byStartRequest(requestIdOf(actor.userId, request.key));
    if (before !== null && StartFacts.parse(before.facts).fingerprint !== request.fingerprint)
      throw new IdempotencyKeyReused();
    const row = before ?? (await this.#plan(actor, unitId, DrawPlan.parse(plan), request));
    if (row.startedAt === null) await this.starter.startAndSee(row);
    const { caseNo, state } = row;
    return { caseNo, state, terms: DrawConfig.parse(row.config).terms, links: linksOf(caseNo) };
  }

  /** Draws of the units where one holds an office, newest first; every draw for an auditor. */
  async list(actor: RequestActor, { limit, cursor }: PageQuery): Promise<Page<ReturnType<typeof drawRowView>>> {
    const all = actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
    const last = keyOf(cursor, LastDraw);
    const after = last === null ? null : { time: last[0], id: last[1] };
    const found = await randomCheckReadingStore(this.database).list(all ? null : unitsOf(actor), after, limit + 1);
    return page(found, limit, ({ submittedAt, caseId }) => [submittedAt, caseId], drawRowView);
  }

  async one(actor: RequestActor, caseNo: string): Promise<DrawView> {
    const { id } = await this.#readable(actor, caseNo);
    const reading = randomCheckReadingStore(this.database);
    const draw = await reading.detail(caseNo);
    if (draw === null) throw new NotFound('Case');
    return drawView(draw, await reading.counts(id), await reading.results(id, false));
  }

  async checks(actor: RequestActor, caseNo: string, { limit, cursor }: ChecksQuery): Promise<Page<CheckView>> {
    const { id } = await this.#readable(actor, caseNo);
    const after = keyOf(cursor, LastCheck)?.[0] ?? 0;
    const found = await randomCheckReadingStore(this.database).checks(id, after, limit + 1);
    return page(found, limit, ({ ordinal }) => [ordinal], checkView);
  }

  async #readable(actor: RequestActor, caseNo: string): Promise<CaseRow> {
    const row = await this.access.readable(actor, caseNo);
    if (row.matter !== RANDOM_CHECK.slug) throw new NotFound('Case');
    return row;
  }

  async #plan(
    actor: RequestActor,
    unitId: string | undefined,
    plan: DrawPlan,
    request: IdempotentRequest,
  ): Promise<CaseRow> {
    const { unit, role } = await this.registry(actor, unitId);
    requireSecondFactor(actor, role);
    const now = this.clock();
    const settings = await this.inForce(now);
    const terms = termsOf(plan, unit, settings);
    if (await randomCheckReadingStore(this.database).isTaken(unit.id, terms.year, terms.purpose))
      throw new RandomCheckRefusal('DRAW_DUPLICATE', { year: terms.year, purpose: terms.purpose }, 'purpose');
    const config: DrawConfig = {
      terms,
      checkedMonths: settings.drawCheckedMonths,
      recusalYears: await this.settings.recusalYears(),
      publishWD: settings.checkPublishWD,
    };
    const { userId, personId } = actor;
    const applicant = { userId, personId, role, unitId: unit.id, onBehalfOf: null };
    const leader = unit.leaderUserId === null ? pool(unit.id, 'REGISTRY_LEADER') : person(unit.leaderUserId);
    return caseStore(this.database).create({
      startRequestId: requestIdOf(userId, request.key),
      matter: RANDOM_CHECK.slug,
      code: RANDOM_CHECK.code,
      title: `${terms.year}年 ${terms.purpose}`,
      organisationId: null,
      unitId: unit.id,
      divisionCode: unit.divisionCode,
      applicantUserId: userId,
      state: 'PREPARED',
      config,
      facts: {
        workflow: RANDOM_CHECK_MATTER.workflow,
        fingerprint: request.fingerprint,
        renews: null,
        warnings: [],
        input: { matter: RANDOM_CHECK.slug, organisationId: null, unitId: unit.id, applicant, leader },
      },
      form: plan,
      fileIds: [],
      draft: null,
      predecessorId: null,
      units: [],
      at: now,
    });
  }

  /** The registry for which somebody may draw: where they are its officer or leader. Throws AUTH_NOT_ALLOWED, FIELD_INVALID for one of several. */
  async registry(actor: RequestActor, asked: string | undefined) {
    const offices = actor.grants.filter(
      ({ role, unitId }) => unitId !== null && (role === 'REGISTRY_OFFICER' || role === 'REGISTRY_LEADER'),
    );
    const own = offices.filter(({ unitId }) => asked === undefined || unitId === asked);
    const [grant] = own;
    if (grant?.unitId == null) throw new AuthNotAllowed({ action: 'create', resource: 'Draw' });
    if (new Set(own.map(({ unitId }) => unitId)).size > 1)
      throw new FieldInvalid('unitId', '您在多个单位任职,请指明登记管理机关。', 'Name the registry: you hold several.');
    const unit: Unit | null = await unitStore(this.database).byId(grant.unitId);
    if (unit === null) throw new NotFound('Unit');
    return { unit, role: grant.role };
  }

  /** The defaults of draws at a time, epoch ms. */
  async inForce(now: number): Promise<AnnualInspectionSettings> {
    const found = await settingStore(this.database).inForce(Object.values(SETTING_KEYS), now);
    const named = Object.entries(SETTING_KEYS).flatMap(([name, key]) =>
      found.has(key) ? [[name, found.get(key)] as const] : [],
    );
    return AnnualInspectionSettings.parse(Object.fromEntries(named));
  }
}
