import type { Pool, PoolClient } from 'pg';

/** One connection inside a transaction: what is written through it holds together or not at all. */
export type Tx = Pick<PoolClient, 'query'>;

/** Runs hand-written SQL in one transaction; what `work` throws undoes it. */
export async function inTransaction<Result>(pool: Pool, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks says so beside failing its query; the pool listens only while it is idle, and nobody listening ends the process.
  const onLost = (lost: Error): void => {
    broken = lost;
  };
  client.on('error', onLost);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => {
      broken ??= lost instanceof Error ? lost : new Error(String(lost));
    });
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(broken);
  }
}
