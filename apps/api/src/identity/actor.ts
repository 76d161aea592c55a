import { createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import type { SignedIn } from '#prisma/stores/identity.store.js';
import { SignInRequired } from '../http/errors.js';

/** Who sends a request: the user, the grants that are in force now, and whether this session passed the second factor. */
export interface RequestActor extends SignedIn {
  readonly ip: string | null;
}

const PUBLIC = Symbol('public');
const actors = new WeakMap<Request, RequestActor>();

/** Opens a route to everybody; without it a session is needed. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The metadata key that `Public` sets. */
export const PUBLIC_ROUTE = PUBLIC;

/** Remembers who sent the request; the guard does. */
export function rememberActor(request: Request, actor: RequestActor): void {
  actors.set(request, actor);
}

/** Who sent the request, or SIGN_IN_REQUIRED (401). */
export function actorOf(request: Request): RequestActor {
  const actor = actors.get(request);
  if (actor === undefined) throw new SignInRequired();
  return actor;
}

/** `@Actor() actor: RequestActor` in a route. */
export const Actor = createParamDecorator((_data: unknown, context: ExecutionContext): RequestActor =>
  actorOf(context.switchToHttp().getRequest<Request>()),
);
