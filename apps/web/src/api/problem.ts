import type { components } from '../../generated/api.js';

export type Problem = components['schemas']['Problem'];

/** The server refused: `problem` holds a code and a sentence in each language. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.messageZh);
  }
}

/** The server could not be reached. */
export class Away extends Error {
  constructor() {
    super('网络不通');
  }
}

/** A refusal as it came, or one in plain words for an answer that is none of ours (a proxy's page). */
export function problemOf(body: unknown, response: Response): Problem {
  if (isProblem(body)) return body;
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'UNEXPECTED_ANSWER',
    messageZh: '服务器的答复无法识别,请稍后再试;如仍不行,请联系管理员。',
    messageEn: 'The server gave an answer that is not understood. Try again later, or ask the administrator.',
    requestId: response.headers.get('X-Request-Id') ?? '',
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'messageZh' in body && 'code' in body;
}
