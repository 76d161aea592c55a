import { randomUUID } from 'node:crypto';

import { type Account, ApiClient, CallFailed } from './api-client.js';

const AGAIN_AFTER_MS = 250;
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Writes as a careful client does while servers come and go: the same request, with the same Idempotency-Key, until it is answered.
 * A refusal (4xx) is an answer; an interrupted connection, 429 and 5xx are not.
 */
export function writePatiently(client: ApiClient, path: string, body: unknown): Promise<unknown> {
  return untilAnswered(client, 'POST', path, body, randomUUID());
}

/** As `writePatiently`, for what is put in the place of what is there. */
export function putPatiently(client: ApiClient, path: string, body: unknown): Promise<unknown> {
  return untilAnswered(client, 'PUT', path, body, randomUUID());
}

/** Reads until there is an answer. */
export function readPatiently(client: ApiClient, path: string): Promise<unknown> {
  return untilAnswered(client, 'GET', path);
}

/** Signs in, again while servers are away; wrong credentials are an answer. */
export async function signInPatiently(address: string, account: Account): Promise<ApiClient> {
  const end = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    try {
      return await ApiClient.signIn(address, account);
    } catch (error) {
      const isAnswer = error instanceof CallFailed && error.answer.status < 500 && error.answer.status !== 429;
      if (isAnswer || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
}

async function untilAnswered(
  client: ApiClient,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  key?: string,
): Promise<unknown> {
  const end = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const answer = await client.call(method, path, body, key).catch(() => null);
    if (answer !== null && answer.status < 300) return answer.body;
    if (answer !== null && answer.status < 500 && answer.status !== 429)
      throw new CallFailed(`${method} ${path}`, answer);
    if (Date.now() > end) throw new Error(`${method} ${path}: no answer within two minutes`);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
