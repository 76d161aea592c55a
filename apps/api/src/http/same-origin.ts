import type { NextFunction, Request, Response } from 'express';

import { DomainError } from '#domain/errors.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another site sent the request. */
class OriginRefused extends DomainError {
  constructor() {
    super({
      code: 'ORIGIN_REFUSED',
      status: 403,
      messageZh: '请求来自其他网站,已拒绝。请在本系统页面内操作。',
      messageEn: 'The request came from another site. Use the pages of this system.',
    });
  }
}

/** Refuses (403) a changing request that a page of another site sends; programs that are no browser send no Origin. */
export function sameOrigin(publicUrl: string | undefined) {
  const known = publicUrl === undefined ? null : new URL(publicUrl).host;
  return (request: Request, _response: Response, next: NextFunction): void => {
    const origin = request.get('Origin');
    if (origin !== undefined && !SAFE.has(request.method)) {
      const asked = request.get('Host');
      // The usual case costs no parsing.
      if (origin === `https://${asked ?? ''}` || origin === `http://${asked ?? ''}`) {
        next();
        return;
      }
      const host = URL.canParse(origin) ? new URL(origin).host : null;
      if (host === null || (host !== asked && host !== known)) throw new OriginRefused();
    }
    next();
  };
}
