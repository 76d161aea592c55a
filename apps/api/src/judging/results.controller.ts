import { Controller, Get, Param, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { interval, map, merge } from 'rxjs';
import type { Observable } from 'rxjs';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { LookUps } from '../http/look-ups.js';
import { Actor, Public } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { PUBLIC_LOOK_UPS } from '../venture-rounds/public-look-ups.js';
import { PublicDrawsView } from './panel.schemas.js';
import { PanelService } from './panel.service.js';
import { HallService } from './hall.service.js';
import { DiagnosticsView, ExportView, HallView, ResultsView } from './result.schemas.js';
import { ResultsService } from './results.service.js';

const HEARTBEAT_MS = 15_000;
const HEARTBEAT: MessageEvent = { type: 'heartbeat', data: '' };

@Controller('rounds/:id')
export class DiagnosticsController {
  constructor(private readonly results: ResultsService) {}

  @Get('diagnostics')
  @Answers('评审诊断(仅供参考) Diagnostics beside the result: judges, agreement, what-ifs', DiagnosticsView)
  diagnostics(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.results.diagnostics(actor, id);
  }
}

/** What everybody may read of a round's judging, without signing in. */
@Controller('public/rounds/:id')
@LookUps('rounds', PUBLIC_LOOK_UPS)
export class PublicResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly halls: HallService,
    private readonly panel: PanelService,
  ) {}

  @Get('results')
  @Public()
  @Answers('评审结果公示 Scores and ranks', ResultsView)
  ranking(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.results.results(id);
  }

  @Get('sheets-export')
  @Public()
  @Answers('评分链导出(评委匿名) Every locked mark with its chain, judges by pseudonym', ExportView)
  sheets(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.results.sheets(id);
  }

  @Get('panel-draws')
  @Public()
  @Answers(
    '评委抽取公示 Draws of judges: commitments, and after the draw all that is needed to run it again',
    PublicDrawsView,
  )
  draws(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.panel.publicDraws(id);
  }

  @Get('stage')
  @Public()
  @Answers('路演现场 The stage: order, who is on, countdown, results', HallView)
  stage(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.halls.hall(id);
  }

  @Sse('stage/events')
  @Public()
  @Answers('路演现场实时 Server-sent events: `stage` with the whole stage, `heartbeat`')
  async live(@Param({ schema: IdParam }) { id }: IdParam): Promise<Observable<MessageEvent>> {
    const screen = await this.halls.live(id);
    const told = screen.pipe(map((hall): MessageEvent => ({ type: 'stage', data: hall })));
    return merge(told, interval(HEARTBEAT_MS).pipe(map(() => HEARTBEAT)));
  }
}
