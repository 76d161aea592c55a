import type { Database } from '../client.js';

/** Tables of which the demonstration has thousands of rows. */
type Table = 'Person' | 'OrgPost' | 'PartyRelation' | 'User' | 'Account' | 'TwoFactor' | 'Grant';

/**
 * Adds the rows that are not there yet, in one statement; what a row does not name is null in it. For thousands of rows, on which Prisma's `createMany`
 * spends seconds: the defaults of the schema and `@updatedAt` are the caller's to give.
 */
export async function addAll({ rows }: Database, table: Table, data: readonly object[]): Promise<void> {
  const columns = [...new Set(data.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ');
  const json = JSON.stringify(data, (_name, value: unknown) => (value instanceof Uint8Array ? hex(value) : value));
  await rows.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING`,
    json,
  );
}

/** Bytes as PostgreSQL reads them. */
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
