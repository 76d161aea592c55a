import type { NextFunction, Request, Response } from 'express';

import { DomainError } from '#domain/errors.js';

/** Bytes of a JSON body. */
export const JSON_LIMIT = 262_144;
/** No form of ours is nested so deep; what is deeper would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 40;

/** Addresses that take files. */
const FILE_ROUTES = /^\/api\/v1\/(uploads|templates|imports)(\/|$)/;

/** The body is no JSON that this interface reads. */
export class JsonInvalid extends DomainError {
  constructor() {
    super({
      code: 'JSON_INVALID',
      status: 400,
      messageZh: '请求体不是有效的 JSON,或嵌套过深。',
      messageEn: 'The body is not valid JSON, or it is nested too deeply.',
    });
  }
}

/** A body in a form that the address does not take. */
export class MediaTypeUnsupported extends DomainError {
  constructor() {
    super({
      code: 'MEDIA_TYPE_UNSUPPORTED',
      status: 415,
      messageZh: '不支持的内容类型。请使用 application/json(UTF-8)。',
      messageEn: 'Unsupported media type. Send application/json in UTF-8.',
    });
  }
}

/** Refuses a parsed body that is nested too deeply: JSON_INVALID (400). Goes after the JSON parser. */
export function refuseDeepJson(request: Request, _response: Response, next: NextFunction): void {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new JsonInvalid();
    level = level.flatMap(inner);
  }
  next();
}

function inner(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) ? Object.values(value) : [];
}

/** Refuses a body that is not JSON (415) on every address that takes no files. */
export function onlyJson(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = Number(request.get('Content-Length') ?? 0) > 0 || request.get('Transfer-Encoding') !== undefined;
  const anyForm = !hasBody || FILE_ROUTES.test(request.path);
  if (!anyForm && request.is(['json', '+json']) === false) throw new MediaTypeUnsupported();
  next();
}
