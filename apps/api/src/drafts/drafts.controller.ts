import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest, TimedRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { AssessmentService } from './assessment.service.js';
import {
  AssessmentView,
  DraftList,
  DraftSave,
  DraftVersion,
  DraftView,
  NewDraft,
  Submission,
  Submitted,
} from './draft.schemas.js';
import { DraftsService } from './drafts.service.js';
import { SubmissionService } from './submission.service.js';

@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly assessments: AssessmentService,
    private readonly submissions: SubmissionService,
  ) {}

  @Post()
  @HttpCode(201)
  @Answers('新建草稿 Begin a draft', DraftView, 201)
  create(
    @Actor() actor: RequestActor,
    @Body({ schema: NewDraft }) draft: NewDraft,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.drafts.create(actor, draft, request);
  }

  @Get()
  @Answers('草稿列表 Unsubmitted drafts, last edited first', DraftList)
  list(@Actor() actor: RequestActor) {
    return this.drafts.list(actor);
  }

  @Get(':id')
  @Answers('草稿 A draft', DraftView)
  one(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: { id: string }) {
    return this.drafts.one(actor, id);
  }

  @Put(':id')
  @Answers('保存草稿 Save the whole draft over the version that was edited', DraftView)
  save(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: DraftSave }) draft: DraftSave,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.drafts.save(actor, id, draft, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers('删除草稿 Delete a draft', null, 204)
  remove(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Query({ schema: DraftVersion }) { version }: DraftVersion,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.drafts.remove(actor, id, version, request);
  }

  @Post(':id/assessment')
  @HttpCode(200)
  @Answers(
    '资格预审 Eligibility as it stands: who counts, who does not and why, what can be done instead',
    AssessmentView,
  )
  assess(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: { id: string }) {
    return this.assessments.assess(actor, id);
  }

  @Post(':id/submission')
  @HttpCode(201)
  @Answers('提交申请 Submit the draft: it becomes a case', Submitted, 201)
  submit(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: Submission }) submission: Submission,
    @IdempotencyKey() request: TimedRequest,
  ) {
    return this.submissions.submit(actor, id, submission, request);
  }
}
