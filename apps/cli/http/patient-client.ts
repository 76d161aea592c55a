import { randomUUID } from 'node:crypto';

import { type ApiClient, CallFailed } from './api-client.js';

const AGAIN_AFTER_MS = 250;
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Writes as a careful client does while servers come and go: the same request, with the same Idempotency-Key, until it is answered.
 * A refusal (4xx) is an answer; an interrupted connection, 429 and 5xx are not.
 */
export async function writePatiently(client: ApiClient, path: string, body: unknown): Promise<unknown> {
  const key = randomUUID();
  const end = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const answer = await client.call('POST', path, body, key).catch(() => null);
    if (answer !== null && answer.status < 300) return answer.body;
    if (answer !== null && answer.status < 500 && answer.status !== 429) throw new CallFailed(`POST ${path}`, answer);
    if (Date.now() > end) throw new Error(`POST ${path}: no answer within two minutes`);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
