import { Controller, Get, Param, StreamableFile } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { CaseParams, PaperParams } from './act.schemas.js';
import { ActionsService } from './actions.service.js';
import { CaseViews } from './case-view.service.js';
import { ActionList, CaseView, PaperList, TimelineView } from './case.schemas.js';
import { CaseStory } from './story.service.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller('cases')
export class CasesController {
  constructor(
    private readonly views: CaseViews,
    private readonly possible: ActionsService,
    private readonly story: CaseStory,
  ) {}

  @Get(':caseNo')
  @Answers('办件详情 A case: form, state, tasks, parties, and the picture of its process', CaseView)
  view(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.views.view(actor, caseNo);
  }

  @Get(':caseNo/actions')
  @Answers('可办理的操作 What you may do on the case now', ActionList)
  actions(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.possible.actions(actor, caseNo);
  }

  @Get(':caseNo/timeline')
  @Answers('办理过程 What the case went through', TimelineView)
  timeline(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.story.timeline(actor, caseNo);
  }

  @Get(':caseNo/papers')
  @Answers('文书列表 The papers of a case that you may read', PaperList)
  papers(@Actor() actor: RequestActor, @Param({ schema: CaseParams }) { caseNo }: CaseParams) {
    return this.story.papers(actor, caseNo);
  }

  @Get(':caseNo/papers/:id')
  @Answers('下载文书 Download a paper (Word)')
  async paper(
    @Actor() actor: RequestActor,
    @Param({ schema: PaperParams }) { caseNo, id }: PaperParams,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.story.paperFile(actor, caseNo, id);
    return new StreamableFile(bytes, {
      type: DOCX,
      length: bytes.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }
}
