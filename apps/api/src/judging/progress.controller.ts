import { Controller, Get, Param } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { MyRoundsView, ProgressView } from './progress.schemas.js';
import { ProgressService } from './progress.service.js';

@Controller()
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Get('judging/rounds')
  @Answers('我评审的各届 Rounds in whose panel you sit', MyRoundsView)
  mine(@Actor() actor: RequestActor) {
    return this.progress.mine(actor);
  }

  @Get('rounds/:id/sheet-progress')
  @Answers('评分进度(不含分数) Who has locked the sheet of which project; no marks', ProgressView)
  ofRound(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.progress.ofRound(actor, id);
  }
}
