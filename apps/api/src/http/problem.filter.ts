import { Catch, Injectable, Logger, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';

import { allowedMethods } from './allowed-methods.js';
import { writeProblem } from './problem.js';
import type { Answerable, Refused } from './problem.js';
import { refusedBy } from './refused-by.js';

/** Turns whatever was thrown into problem+json. What nobody can explain is 500, logged with the request's id and no content of the request. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Writes what the error says to the client. */
  answer(error: unknown, request: Request, response: Response): void {
    writeProblem(response, wrongMethod(error, request) ?? refusedBy(error) ?? this.#internal(error, request, response));
  }

  #internal(error: unknown, request: Request, response: Response): Refused {
    const id = String(response.getHeader('X-Request-Id') ?? '');
    const stack = error instanceof Error ? (error.stack ?? error.name) : typeof error;
    this.#log.error(`${request.method} ${request.path} ${id}`, stack);
    return { refusal: INTERNAL };
  }
}

/** Nest answers 404 for a known address with another method; the client is told which methods it has. */
function wrongMethod(error: unknown, request: Request): Refused | null {
  if (!(error instanceof NotFoundException)) return null;
  const methods = allowedMethods(request);
  if (methods.length === 0) return null;
  return { refusal: { ...METHOD_NOT_ALLOWED, details: { allowed: methods } }, headers: { Allow: methods.join(', ') } };
}

const METHOD_NOT_ALLOWED: Answerable = {
  code: 'METHOD_NOT_ALLOWED',
  status: 405,
  messageZh: '该地址不支持此请求方法。',
  messageEn: 'This address does not take this method.',
};

const INTERNAL: Answerable = {
  code: 'INTERNAL',
  status: 500,
  messageZh: '系统内部错误,请稍后重试;如仍出现,请把请求编号告知管理员。',
  messageEn: 'An internal error. Try again; if it stays, tell the administrator the request id.',
};
