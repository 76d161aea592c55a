import { z } from 'zod';

import { DomainError } from '#domain/errors.js';
import { CallFailed } from './api-client.js';

/** Of Node: nobody listens there, there is no such machine, the line broke, or what answers does not speak HTTP. */
const UNANSWERED = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|HPE_)/;
const Problem = z.object({ code: z.string(), messageZh: z.string(), messageEn: z.string() });

/** Thrown when no Banjie answers at an address that somebody named. */
class ApiAway extends DomainError {
  constructor(address: string) {
    super({
      code: 'API_AWAY',
      status: 503,
      messageZh: `${address} 没有办结应答,请先运行 npm start,或用 --api 指明办结的地址。`,
      messageEn: `No Banjie answers at ${address}: run npm start first, or name its address with --api.`,
      details: { address },
    });
  }
}

/** What a person is told about a call that failed: the sentence of the API, or that none answers at `address`; any other error as it is. */
export function refusalBehind(error: unknown, address: string): unknown {
  if (error instanceof CallFailed) {
    const { success, data } = Problem.safeParse(error.answer.body);
    // The status says nothing to somebody at a terminal.
    return success ? new DomainError({ ...data, status: 422 }) : new ApiAway(address);
  }
  return error instanceof Error && 'code' in error && UNANSWERED.test(String(error.code))
    ? new ApiAway(address)
    : error;
}
