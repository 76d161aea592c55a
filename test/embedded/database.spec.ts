import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isTemporalReady } from '../../apps/cli/embedded/temporal-server.js';
import { freshDatabase } from '../support/database.js';
import { testServers } from '../support/servers.js';

async function tableNames(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

describe('a test’s own database', () => {
  it('has all tables, and several may be made at once', async () => {
    const databases = await Promise.all(Array.from({ length: 4 }, freshDatabase));
    expect(new Set(databases.map((each) => each.url)).size).toBe(4);
    for (const each of databases) expect(await tableNames(each.url)).toContain('Case');
    await Promise.all(databases.map((each) => each.drop()));
  });

  it('is gone after drop, even while somebody is connected', async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(tableNames(database.url)).rejects.toThrow('does not exist');
    await client.end();
  });

  it('has a Temporal server beside it', async () => {
    await expect(isTemporalReady(testServers().temporalAddress)).resolves.toBe(true);
  });
});
