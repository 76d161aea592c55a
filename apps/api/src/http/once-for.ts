import type { Database } from '#prisma/client.js';
import { once } from '#prisma/stores/idempotency.store.js';
import type { IdempotentRequest } from './idempotency-key.js';

/** A plain-data write of a user, once per Idempotency-Key, in one transaction; answers what the first run answered, as JSON. */
export async function onceFor(
  database: Database,
  actor: { readonly userId: string },
  request: IdempotentRequest,
  run: (tx: Database) => Promise<unknown>,
): Promise<unknown> {
  const { userId } = actor;
  const answer = await once(database, { userId, ...request }, async (tx) => ({ status: 200, body: await run(tx) }));
  return answer.body;
}
