import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type Database, openDatabase } from '#prisma/client.js';
import { inTransaction } from '#prisma/stores/record/transaction.js';
import { freshDatabase } from '../support/database.js';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase(fresh.url);
}, 120_000);
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

describe('a transaction whose connection breaks', () => {
  it('fails alone: the process goes on, and the next transaction has another connection', async () => {
    const { pool } = database;
    const broken = Array.from({ length: 5 }, () =>
      inTransaction(pool, async (tx) => {
        const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        const running = tx.query('SELECT pg_sleep(60)');
        await Promise.all([running, pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])]);
      }),
    );

    for (const outcome of await Promise.allSettled(broken)) expect(outcome.status).toBe('rejected');

    const { rows } = await inTransaction(pool, (tx) => tx.query<{ one: number }>('SELECT 1 AS one'));
    expect(rows).toEqual([{ one: 1 }]);
  });
});
