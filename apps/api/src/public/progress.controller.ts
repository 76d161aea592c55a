import { Controller, Get, Param } from '@nestjs/common';

import { CaseParams } from '../cases/act.schemas.js';
import { Answers } from '../http/answers.js';
import { LookUps } from '../http/look-ups.js';
import { Actor, Public } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { ProgressCodeView, ProgressParams, ProgressView } from './progress.schemas.js';
import { ProgressService } from './progress.service.js';

/** Fewer than for other public pages: whoever asks often is guessing. */
const A_MINUTE = 20;

/** The code of a case, for those of the applicant's side. */
@Controller('cases')
export class ProgressCodeController {
  constructor(private readonly progress: ProgressService) {}

  @Get(':caseNo/progress-code')
  @Answers('进度查询码 The code by which your case can be followed without signing in', ProgressCodeView)
  code(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.progress.code(actor, caseNo);
  }
}

/** Where a case stands, for whoever holds its number and its code. */
@Controller('public/progress')
@LookUps('progress', A_MINUTE)
export class PublicProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get(':caseNo/:code')
  @Public()
  @Answers('办件进度 Where a case stands; nothing about persons is told', ProgressView)
  one(@Param({ schema: ProgressParams }) { caseNo, code }: ProgressParams) {
    return this.progress.progress(caseNo, code);
  }
}
