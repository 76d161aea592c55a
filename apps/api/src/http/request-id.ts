import { randomUUID } from 'node:crypto';

import type { NextFunction, Request, Response } from 'express';

const FORM = /^[\w-]{8,64}$/;

/** Names every request, so that a log line and an answer can be laid side by side; a proxy's own name is kept. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('X-Request-Id') ?? '';
  response.setHeader('X-Request-Id', FORM.test(given) ? given : randomUUID());
  next();
}
