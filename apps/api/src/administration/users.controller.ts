import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { pageOf } from '../http/paging.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import {
  CreateGrant,
  CreateUser,
  Done,
  GrantParams,
  GrantView,
  UserDetail,
  UserInList,
  UserQuery,
  UserView,
} from './user.schemas.js';
import { UsersService } from './users.service.js';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Answers('用户列表 Users with the roles that they hold', pageOf(UserInList))
  list(@Actor() actor: RequestActor, @Query({ schema: UserQuery }) query: UserQuery) {
    return this.users.list(actor, query);
  }

  @Get(':id')
  @Answers('用户详情 A user with all roles', UserDetail)
  detail(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.users.detail(actor, id);
  }

  @Post()
  @Answers('新增用户 Create a user with a first password', UserView, 201)
  create(
    @Actor() actor: RequestActor,
    @Body({ schema: CreateUser }) user: CreateUser,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.users.create(actor, user, request);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Answers('停用用户 Disable a user; the sessions end', Done)
  disable(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.users.setDisabled(actor, id, true, request);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Answers('启用用户 Enable a user', Done)
  enable(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.users.setDisabled(actor, id, false, request);
  }

  @Post(':id/unlock')
  @HttpCode(200)
  @Answers('解锁登录 Unlock a sign-in after too many attempts', Done)
  unlock(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.users.unlock(actor, id, request);
  }

  @Post(':id/grants')
  @Answers('授予角色 Grant a role', GrantView.pick({ id: true }), 201)
  grant(
    @Actor() actor: RequestActor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: CreateGrant }) grant: CreateGrant,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.users.grant(actor, id, grant, request);
  }

  @Delete(':id/grants/:grantId')
  @Answers('收回角色 End a role', Done)
  endGrant(
    @Actor() actor: RequestActor,
    @Param({ schema: GrantParams }) params: GrantParams,
    @IdempotencyKey() request: IdempotentRequest,
  ) {
    return this.users.endGrant(actor, params, request);
  }
}
