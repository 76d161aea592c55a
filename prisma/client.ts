import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

import { PrismaClient } from './generated/client.js';
import type { Prisma } from './generated/client.js';

/** The rows, through Prisma: the same shape outside and inside a transaction. */
export type Rows = Prisma.TransactionClient;

/**
 * The database, as every store factory takes it. `rows` is Prisma; `pool` is for hand-written hot queries and never takes part in a transaction.
 * Inside `transact` a store is built from the value that the callback is given.
 */
export interface Database {
  readonly rows: Rows;
  readonly pool: pg.Pool;
  /** All or nothing: what `run` throws undoes what it wrote. Within a transaction it joins that one. */
  readonly transact: <Result>(run: (tx: Database) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

// Prisma's columns are `timestamp` in UTC; left alone, `pg` reads and writes them in the zone of the process.
pg.defaults.parseInputDatesAsUTC = true;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => new Date(`${text.replace(' ', 'T')}Z`));

const POOL_SIZE = 10;
const TRANSACTION_MS = 15_000;
const CONNECT_MS = 5_000;

/**
 * Opens PostgreSQL lazily: nothing is connected before the first query, so that a process starts while the server is away. A transaction of
 * `rows` that takes longer than `transactionMs` is undone.
 */
export function openDatabase(url: string, transactionMs: number = TRANSACTION_MS): Database {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_MS }),
  });
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    // Hand-written queries look rows up by index whatever the values are: planning them once is enough.
    options: '-c plan_cache_mode=force_generic_plan',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    rows: prisma,
    pool,
    transact: (run) =>
      prisma.$transaction((rows) => run(within(rows, pool)), { timeout: transactionMs, maxWait: CONNECT_MS }),
    close: async () => {
      await Promise.all([prisma.$disconnect(), pool.end()]);
    },
  };
}

function within(rows: Rows, pool: pg.Pool): Database {
  const tx: Database = { rows, pool, transact: (run) => run(tx), close: () => Promise.resolve() };
  return tx;
}
