// Writes a migration with what changed in prisma/schema.prisma: `node scripts/migration.mjs NAME`. Uses a throw-away PostgreSQL.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  process.stderr.write('usage: node scripts/migration.mjs NAME   (small letters, digits, _)\n');
  process.exit(2);
}
await ensureBuilt();
const { startPostgres } = await import('../dist/apps/cli/embedded/postgres-server.js');
const { writeMigration } = await import('../dist/prisma/migrate.js');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'banjie-migration-'));
const server = await startPostgres({ folder, database: 'migration', durable: false });
try {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const source = { folder: fileURLToPath(new URL('../prisma', import.meta.url)) };
  const written = await writeMigration(server.url, name, stamp, source);
  process.stdout.write(`${written === undefined ? 'nothing changed' : path.relative(process.cwd(), written)}\n`);
} finally {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
