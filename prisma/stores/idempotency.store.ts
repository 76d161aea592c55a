import { z } from 'zod';

import { DomainError } from '#domain/errors.js';
import type { Database } from '../client.js';

/** What a plain-data write answered, kept so that its repetition gets the same. `body` is JSON. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The key was used for another request (other method, path or body) of the same user. */
export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super({
      code: 'IDEMPOTENCY_KEY_REUSED',
      status: 422,
      messageZh: '该 Idempotency-Key 已用于另一次不同内容的请求。请为新的操作生成新的键值。',
      messageEn: 'This Idempotency-Key was used for a different request. Make a new key for a new action.',
      field: 'Idempotency-Key',
    });
  }
}

/**
 * Runs a plain-data write once per user and key, in one transaction with the note that it ran: the same key and fingerprint gets the stored answer,
 * another fingerprint IDEMPOTENCY_KEY_REUSED (422). Two at the same time: the second waits for the first. What `run` throws leaves no trace.
 */
export function once(
  database: Database,
  request: { readonly userId: string; readonly key: string; readonly fingerprint: string },
  run: (tx: Database) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const { userId, key, fingerprint } = request;
  return database.transact(async (tx) => {
    // The insert waits for a rival with the same key to commit, then finds its row.
    const { count } = await tx.rows.idempotentWrite.createMany({
      data: [{ userId, key, fingerprint, status: 0, body: {} }],
      skipDuplicates: true,
    });
    if (count === 0) return answerOf(tx, request);
    const { status, body } = await run(tx);
    const data = { status, body: asJson(body) };
    // What the database gives back, since it orders the keys of JSON its own way: every repetition gets the very same text.
    const kept = await tx.rows.idempotentWrite.update({ where: { userId_key: { userId, key } }, data });
    return { status: kept.status, body: kept.body };
  });
}

async function answerOf(
  tx: Database,
  request: { readonly userId: string; readonly key: string; readonly fingerprint: string },
): Promise<StoredAnswer> {
  const { userId, key, fingerprint } = request;
  const row = await tx.rows.idempotentWrite.findUniqueOrThrow({ where: { userId_key: { userId, key } } });
  if (row.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  return { status: row.status, body: row.body };
}

/** Through JSON and back, so that the first answer and every repetition have the same form. */
function asJson(body: unknown) {
  return z.json().parse(JSON.parse(JSON.stringify(body ?? {}))) ?? {};
}
