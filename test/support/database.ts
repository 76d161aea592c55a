import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { loadDemonstration } from '#prisma/demonstration/load.js';
import { testServers } from './servers.js';

/** A migrated, empty database of a test's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Ends all sessions on it and removes it. */
  drop(): Promise<void>;
}

/** What the demonstration is sealed with. */
export interface Sealing {
  /** 32 bytes in base64. */
  readonly dataKey: string;
  readonly secret: string;
}

/** Copies the run's template: some 50 ms. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(testServers().template);
}

/** A database with the demonstration as of `today`, which is loaded once in a run and then copied. */
export async function demonstrationDatabase(
  { dataKey, secret }: Sealing,
  today: IsoDate = shanghaiDate(Date.now()),
): Promise<FreshDatabase> {
  const { adminUrl, template } = testServers();
  const mark = createHash('sha256').update(`${dataKey} ${secret} ${today}`).digest('hex').slice(0, 16);
  const name = `demonstration_${mark}`;
  await asAdmin(adminUrl, async (admin) => {
    // One test file loads, the others wait for it.
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    if ((await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1) return;
    const made = `${name}_${randomUUID().slice(0, 8)}`;
    await admin.query(`CREATE DATABASE ${made} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY`);
    await loadDemonstration(addressOf(made), dataKey, secret, today);
    await admin.query(`ALTER DATABASE ${made} RENAME TO ${name}`);
  });
  return copyOf(name);
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const { adminUrl } = testServers();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const made = `CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY`;
  await asAdmin(adminUrl, (admin) => admin.query(made));
  const dropped = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
  return {
    url: addressOf(name),
    drop: async () => {
      await asAdmin(adminUrl, (admin) => admin.query(dropped));
    },
  };
}

function addressOf(database: string): string {
  return Object.assign(new URL(testServers().adminUrl), { pathname: `/${database}` }).href;
}

async function asAdmin(connectionString: string, use: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
