import type { Response } from 'express';
import { z } from 'zod';

import type { Refusal } from '#domain/errors.js';

/** What a client is told when something is refused: RFC 9457 with a stable code and a sentence in each language. */
export const Problem = z.object({
  type: z.string().describe('URN of the code, for example urn:banjie:problem:FIELD_INVALID'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
  field: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  requestId: z.string(),
});

export type Problem = z.infer<typeof Problem>;

/** A refusal, or the one answer that is nobody's rule: an internal error. */
export type Answerable = Omit<Refusal, 'status'> & { readonly status: Refusal['status'] | 405 | 500 };

/** What the filter answers: the refusal and, for what passes, when to come again. */
export interface Refused {
  readonly refusal: Answerable;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes a refusal as application/problem+json, unless the answer is under way already. */
export function writeProblem(response: Response, { refusal, headers = {} }: Refused): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const { code, status, messageZh, messageEn, field, details } = refusal;
  const problem: Problem = {
    type: `urn:banjie:problem:${code}`,
    title: messageEn,
    status,
    code,
    messageZh,
    messageEn,
    ...(field === undefined ? {} : { field }),
    ...(details === undefined ? {} : { details: { ...details } }),
    requestId: String(response.getHeader('X-Request-Id') ?? ''),
  };
  response.status(status).set(headers).type('application/problem+json').send(JSON.stringify(problem));
}
