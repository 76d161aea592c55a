import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { PeopleService } from './people.service.js';
import { NewPerson, People, PersonParams, PersonPatch, PersonView, Unmasked, Unmasking } from './person.schemas.js';

@Controller('organisations/:id/people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Answers('任职人员列表(证件号码已脱敏) People of an organisation, numbers masked', People)
  list(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: { id: string }) {
    return this.people.list(actor, id);
  }

  @Post()
  @HttpCode(201)
  @Answers('登记任职 Somebody takes up a post', PersonView, 201)
  add(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: NewPerson }) person: NewPerson,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.people.add(actor, id, person, request);
  }

  @Patch(':personId')
  @Answers('更改党员信息、组织关系或离任日期 Change membership, relation or the end of a post', PersonView)
  change(
    @Actor() actor: RequestActor,
    @Param({ schema: PersonParams }) params: PersonParams,
    @Body({ schema: PersonPatch }) patch: PersonPatch,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.people.change(actor, params, patch, request);
  }

  @Post(':personId/unmasking')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Answers('查看完整号码(留痕) Read a number in the clear; the read is logged', Unmasked)
  unmask(
    @Actor() actor: RequestActor,
    @Param({ schema: PersonParams }) params: PersonParams,
    @Body({ schema: Unmasking }) reason: Unmasking,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.people.unmask(actor, params, reason, request);
  }
}
