import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';

import { PURCHASE_GROUND_LABELS } from '#domain/annual-inspection/purchase-priority.rule.js';
import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { inspectionGates } from '#prisma/stores/annual-inspection/gates.store.js';
import { organisationStore } from '#prisma/stores/organisation.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import {
  ChecksView,
  FormAsked,
  Instructors,
  PrefillView,
  PurchaseView,
  ReturnDraftSave,
  ReturnDraftView,
  ReturnParams,
  ReturnView,
} from './return.schemas.js';
import { ReturnsService } from './returns.service.js';

/** 年度工作报告: what an organisation writes before it files, and how its return stands. */
@Controller('returns')
export class ReturnsController {
  constructor(private readonly returns: ReturnsService) {}

  @Get(':caseNo')
  @Answers('年度工作报告 A return as it stands, with its checks', ReturnView)
  one(@Actor() actor: RequestActor, @Param({ schema: ReturnParams }) { caseNo }: ReturnParams) {
    return this.returns.one(actor, caseNo);
  }

  @Get(':caseNo/prefill')
  @Answers("预填内容 What the return can be begun with: last year's, and what the system holds", PrefillView)
  prefill(@Actor() actor: RequestActor, @Param({ schema: ReturnParams }) { caseNo }: ReturnParams) {
    return this.returns.prefill(actor, caseNo);
  }

  @Get(':caseNo/instructors')
  @Answers('可选的党建工作指导员 Whom the return may name as the instructor', Instructors)
  instructors(@Actor() actor: RequestActor, @Param({ schema: ReturnParams }) { caseNo }: ReturnParams) {
    return this.returns.instructors(actor, caseNo);
  }

  @Post(':caseNo/checks')
  @HttpCode(200)
  @Answers('报送前检查 Every check of a form before it is filed', ChecksView)
  checks(
    @Actor() actor: RequestActor,
    @Param({ schema: ReturnParams }) { caseNo }: ReturnParams,
    @Body({ schema: FormAsked }) { form }: FormAsked,
  ) {
    return this.returns.checks(actor, caseNo, form);
  }

  @Get(':caseNo/draft')
  @Answers('报告草稿 The draft of the return; version 0 while nobody has begun', ReturnDraftView)
  draft(@Actor() actor: RequestActor, @Param({ schema: ReturnParams }) { caseNo }: ReturnParams) {
    return this.returns.draft(actor, caseNo);
  }

  @Put(':caseNo/draft')
  @Answers('保存报告草稿 Save the whole draft over the version that was edited', ReturnDraftView)
  saveDraft(
    @Actor() actor: RequestActor,
    @Param({ schema: ReturnParams }) { caseNo }: ReturnParams,
    @Body({ schema: ReturnDraftSave }) draft: ReturnDraftSave,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.returns.saveDraft(actor, caseNo, draft, request);
  }
}

/** What the annual inspection opens and closes for an organisation. */
@Controller('organisations')
export class InspectionGatesController {
  constructor(@UseDatabase() private readonly database: Database) {}

  @Get(':id/purchase-priority')
  @Answers('政府购买服务优先资格 Priority in government purchase, and the grounds against it', PurchaseView)
  async purchase(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam): Promise<PurchaseView> {
    const organisation = await organisationStore(this.database).byId(id);
    const gates = organisation === null ? null : await inspectionGates(this.database, id);
    if (organisation === null || gates === null) throw new NotFound('Organisation');
    const unitIds = [organisation.registryUnitId, organisation.supervisoryUnitId].filter((unit) => unit !== null);
    ensureCan(abilityFor(actor), 'read', 'Organisation', { id, unitIds });
    const { allowed, reasons } = gates.purchase;
    return {
      organisationId: id,
      allowed,
      reasons: reasons.map((ground) => ({ ground, ...PURCHASE_GROUND_LABELS[ground] })),
      revocationCandidate: gates.revocationCandidate,
      years: [...gates.years],
    };
  }
}
