import { applyDecorators, Injectable, SetMetadata, UseGuards } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { DomainError } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const LOOK_UPS = Symbol('look-ups');
const MINUTE_MS = 60_000;

/** So many requests of one kind from one address in a minute. */
interface Limit {
  readonly of: string;
  readonly max: number;
}

/** More requests came from one address than a public page needs. */
class TooManyLookUps extends DomainError {
  constructor(seconds: number) {
    super({
      code: 'TOO_MANY_ATTEMPTS',
      status: 429,
      messageZh: `查询过于频繁,请在 ${seconds} 秒后再试。`,
      messageEn: `Too many look-ups. Try again in ${seconds} seconds.`,
      details: { retryAfter: seconds },
    });
  }
}

@Injectable()
class LookUpGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const { of, max } = this.reflector.getAllAndOverride<Limit>(LOOK_UPS, places);
    const { ip } = context.switchToHttp().getRequest<Request>();
    const rule = { max, windowMs: MINUTE_MS };
    const wait = await signInFailureStore(this.database).attempt(`${of}|${ip ?? ''}`, rule, this.clock());
    if (wait > 0) throw new TooManyLookUps(Math.ceil(wait / 1000));
    return true;
  }
}

/** Bounds how often one address may ask, a minute: `@LookUps('draw', 60)` on a public controller or route. Beyond it: TOO_MANY_ATTEMPTS (429). */
export const LookUps = (of: string, max: number) =>
  applyDecorators(SetMetadata(LOOK_UPS, { of, max } satisfies Limit), UseGuards(LookUpGuard));
