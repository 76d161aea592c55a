import { Controller, Get, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { CaseQuery, CountQuery, Counts, DecisionQuery, ListPage, MatterList, TaskQuery } from './list.schemas.js';
import { ListsService } from './lists.service.js';

@Controller()
export class ListsController {
  constructor(private readonly lists: ListsService) {}

  @Get('tasks')
  @Answers('待办、超期列表 Tasks that wait for you, or that are past their limit', ListPage)
  tasks(@Actor() actor: RequestActor, @Query({ schema: TaskQuery }) query: TaskQuery) {
    return this.lists.tasks(actor, query);
  }

  @Get('tasks/counts')
  @Answers('各列表数量 How many wait in each list, none counted beyond 100', Counts)
  counts(@Actor() actor: RequestActor, @Query({ schema: CountQuery }) { grant }: CountQuery) {
    return this.lists.counts(actor, grant);
  }

  @Get('decisions/mine')
  @Answers('已办列表 What you decided, last first', ListPage)
  decisions(@Actor() actor: RequestActor, @Query({ schema: DecisionQuery }) query: DecisionQuery) {
    return this.lists.decisions(actor, query);
  }

  @Get('cases')
  @Answers('办件列表 Cases that you started, that were copied to you, that you follow, or that you may see', ListPage)
  cases(@Actor() actor: RequestActor, @Query({ schema: CaseQuery }) query: CaseQuery) {
    return this.lists.cases(actor, query);
  }

  @Get('matters')
  @Answers('事项、状态与办理环节 The matters with their states and kinds of tasks', MatterList)
  matters() {
    return this.lists.matters();
  }
}
