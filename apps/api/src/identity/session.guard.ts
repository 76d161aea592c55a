import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';

import { SignInRequired } from '../http/errors.js';
import { PUBLIC_ROUTE, rememberActor } from './actor.js';
import { sessionCookie } from './session-cookie.js';
import type { SessionCookie } from './session-cookie.js';
import { SESSION_IDLE_MS, Sessions } from './sessions.js';

/** Default deny: every route needs a session, except those marked `@Public()`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic: unknown = this.reflector.getAllAndOverride(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const cookie = sessionCookie(request.headers.cookie);
    if (cookie === null) throw new SignInRequired();
    const { signedIn, prolonged } = await this.sessions.of(cookie.value);
    if (prolonged) sendAgain(context.switchToHttp().getResponse<Response>(), cookie);
    rememberActor(request, { ...signedIn, ip: request.ip ?? null });
    return true;
  }
}

/** The browser must keep the cookie as long as the session now lives. */
function sendAgain(response: Response, { name, value }: SessionCookie): void {
  const secure = name.startsWith('__Secure-') ? '; Secure' : '';
  response.append(
    'Set-Cookie',
    `${name}=${value}; Max-Age=${SESSION_IDLE_MS / 1000}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  );
}
