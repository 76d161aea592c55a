import type { NextFunction, Request as HttpRequest, Response as HttpResponse } from 'express';

import { DomainError, NotFound } from '#domain/errors.js';
import { fieldInvalid } from '../http/field-sentences.js';
import { writeProblem } from '../http/problem.js';
import { AUTH_PATH, CLIENT_IP_HEADER } from './auth.js';
import type { Auth } from './auth.js';
import { authRefusal, refusalOf } from './auth-refusal.js';
import { authMethods, authRoute, SignIn } from './auth-routes.js';
import type { AuthRoute } from './auth-routes.js';
import { sessionCookie } from './session-cookie.js';
import type { Sessions } from './sessions.js';
import type { signInThrottle } from './sign-in-throttle.js';

interface AuthDeps {
  readonly auth: Auth;
  readonly origin: string;
  readonly sessions: Sessions;
  readonly throttle: ReturnType<typeof signInThrottle>;
}

/** Puts better-auth behind our own table of addresses, schemas and problem+json. Mount it at `AUTH_PATH`, after the JSON parser. */
export function authMiddleware(deps: AuthDeps) {
  return async (request: HttpRequest, response: HttpResponse, _next: NextFunction): Promise<void> => {
    const route = authRoute(request.method, request.path);
    if (route === undefined) {
      unknownRoute(request, response);
      return;
    }
    const body = bodyOf(route, request);
    const signingIn = SignIn.safeParse(body);
    if (signingIn.success) await deps.throttle.attempt(signingIn.data.username, request.ip ?? '');
    const answer = await answerOf(deps, request, body);
    if (answer.ok && signingIn.success) await deps.throttle.succeeded(signingIn.data.username);
    const cookie = sessionCookie(request.headers.cookie);
    if (route.changesSessions && cookie !== null) deps.sessions.forgetHolder(cookie.value);
    await send(answer, response);
  };
}

function unknownRoute(request: HttpRequest, response: HttpResponse): void {
  const methods = authMethods(request.path);
  if (methods.length === 0) throw new NotFound('Route');
  writeProblem(response, {
    refusal: {
      code: 'METHOD_NOT_ALLOWED',
      status: 405,
      messageZh: '该地址不支持此请求方法。',
      messageEn: 'This address does not take this method.',
      details: { allowed: methods },
    },
    headers: { Allow: methods.join(', ') },
  });
}

function bodyOf(route: AuthRoute, request: HttpRequest): unknown {
  if (route.body === null) return undefined;
  const parsed = route.body.safeParse(request.body ?? {}, { reportInput: true });
  if (!parsed.success) throw fieldInvalid(parsed.error.issues);
  return route.path === '/change-password' ? { ...parsed.data, revokeOtherSessions: true } : parsed.data;
}

/** better-auth's own refusals become ours; whatever else it throws goes on to the error handler. */
async function answerOf({ auth, origin }: AuthDeps, request: HttpRequest, body: unknown): Promise<Response> {
  const headers = new Headers({ origin, [CLIENT_IP_HEADER]: request.ip ?? '127.0.0.1' });
  for (const name of ['cookie', 'user-agent', 'accept-language']) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  if (body !== undefined) headers.set('content-type', 'application/json');
  const url = new URL(`${AUTH_PATH}${request.url}`, origin);
  const init = { method: request.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  try {
    return await auth.handler(new Request(url, init));
  } catch (error) {
    const refusal = authRefusal(error);
    throw refusal === null ? error : new DomainError(refusal);
  }
}

async function send(answer: Response, response: HttpResponse): Promise<void> {
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie);
  const location = answer.headers.get('location');
  if (location !== null) response.setHeader('Location', location);
  if (answer.status >= 400) {
    const seconds = Number(answer.headers.get('X-Retry-After'));
    const refusal = refusalOf(await codeOf(answer), answer.status, seconds > 0 ? seconds : undefined);
    throw new DomainError(refusal);
  }
  response.status(answer.status).setHeader('Cache-Control', 'no-store');
  response.type('application/json').send(await answer.text());
}

async function codeOf(answer: Response): Promise<string | undefined> {
  const body: unknown = await answer.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : undefined;
}
