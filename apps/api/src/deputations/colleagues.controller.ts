import { Controller, Get } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { ColleagueList } from './deputation.schemas.js';
import { DeputationsService } from './deputations.service.js';

@Controller('colleagues')
export class ColleaguesController {
  constructor(private readonly deputations: DeputationsService) {}

  @Get()
  @Answers('同单位人员 Who else holds a role at a unit of yours: for handing a task on, or a deputy', ColleagueList)
  list(@Actor() actor: RequestActor) {
    return this.deputations.colleagues(actor);
  }
}
