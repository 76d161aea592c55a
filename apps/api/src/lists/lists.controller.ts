import { Controller, Get, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { PageQuery } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { CaseQuery, Counts, ListPage, TaskQuery } from './list.schemas.js';
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
  counts(@Actor() actor: RequestActor) {
    return this.lists.counts(actor);
  }

  @Get('decisions/mine')
  @Answers('已办列表 What you decided, last first', ListPage)
  decisions(@Actor() actor: RequestActor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.lists.decisions(actor, query);
  }

  @Get('cases')
  @Answers('办件列表 Cases that you started, that were copied to you, or that you may see', ListPage)
  cases(@Actor() actor: RequestActor, @Query({ schema: CaseQuery }) query: CaseQuery) {
    return this.lists.cases(actor, query);
  }
}
