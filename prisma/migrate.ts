import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import { DomainError } from '#domain/errors.js';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Thrown when PostgreSQL refuses a migration's script; nothing of that migration remains. */
export class MigrationRefused extends DomainError {
  constructor(refusal: Error, engineError: unknown) {
    const migration = /migration_name="([^"]+)"/.exec(String(engineError))?.[1] ?? '?';
    super({
      code: 'MIGRATION_REFUSED',
      status: 503,
      messageZh: `数据库升级 ${migration} 失败,未作任何更改:${refusal.message}。请联系维护人员。`,
      messageEn: `Migration ${migration} failed and changed nothing: ${refusal.message}. Tell those who maintain the system.`,
      details: { migration },
    });
  }
}

/** Where the schema and its migrations lie. Beside this file, both in the source tree and in the build. */
export interface SchemaFolder {
  /** Holds schema.prisma and migrations/. Absolute. */
  readonly folder: string;
}

const HERE: SchemaFolder = { folder: path.dirname(fileURLToPath(import.meta.url)) };
const NO_FILTER = { externalTables: [], externalEnums: [] };
const LOCK_FILE = 'migration_lock.toml';
const LOCK_TEXT = '# Made together with the first migration; keep it in version control.\nprovider = "postgresql"\n';

/**
 * Applies the migrations that the database does not have yet, in order, as `prisma migrate deploy` would and into the same table,
 * with Prisma's engine in WebAssembly: nothing is downloaded. Returns how many were applied.
 */
export async function migrate(databaseUrl: string, { folder }: SchemaFolder = HERE): Promise<number> {
  return withEngine(databaseUrl, folder, async (engine) => {
    const migrationsList = await readMigrations(folder);
    const history = { migrationsList, optInToShadowDatabase: false, filters: NO_FILTER };
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(history);
    // PostgreSQL runs a script whole or not at all, so one that was cut off left nothing and is simply run again.
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedMigrationNames.length;
  });
}

/**
 * Writes migrations/<stamp>_<name>/migration.sql with what leads from the last migration's schema to schema.prisma, and a copy of that schema
 * beside it for the next time. Returns its path; undefined when nothing changed. The engine wants some
 * PostgreSQL at `databaseUrl` but leaves it as it is. `stamp` is YYYYMMDDHHMMSS and must sort last.
 *
 * Prisma would replay the migrations into a shadow database and read that back; its adapter for pg cannot read PostgreSQL's catalogue
 * (type "char"), hence the copies. What was written into a migration by hand, e.g. a trigger, is left alone by later ones.
 */
export async function writeMigration(
  databaseUrl: string,
  name: string,
  stamp: string,
  { folder }: SchemaFolder = HERE,
): Promise<string | undefined> {
  const before = await lastSchema(folder);
  const schema = await readFile(path.join(folder, 'schema.prisma'), 'utf8');
  if (before === schema) return undefined;
  const sql = await withEngine(databaseUrl, folder, async (engine) => {
    const model = (content: string): DiffTarget => ({
      tag: 'schemaDatamodel',
      files: [{ path: 'schema.prisma', content }],
    });
    const from: DiffTarget = before === undefined ? { tag: 'empty' } : model(before);
    const to = model(schema);
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: NO_FILTER });
    return stdout ?? '';
  });
  if (sql.replaceAll(/^--.*$/gm, '').trim() === '') return undefined;
  const target = path.join(folder, 'migrations', `${stamp}_${name}`);
  await mkdir(target, { recursive: true });
  await writeFile(path.join(folder, 'migrations', LOCK_FILE), LOCK_TEXT);
  await writeFile(path.join(target, 'schema.prisma'), schema);
  await writeFile(path.join(target, 'migration.sql'), sql);
  return path.join(target, 'migration.sql');
}

/** The schema that the migrations so far lead to: the copy in the last of them that has one (one written by hand has none). */
async function lastSchema(folder: string): Promise<string | undefined> {
  const { baseDir, migrationDirectories } = await readMigrations(folder);
  const copies = migrationDirectories.map((each) => path.join(baseDir, each.path, 'schema.prisma')).filter(existsSync);
  const last = copies.at(-1);
  if (last !== undefined) return readFile(last, 'utf8');
  if (migrationDirectories.length === 0) return undefined;
  throw new Error('no migration holds schema.prisma: copy the schema that they lead to into the last of them');
}

async function withEngine<T>(url: string, folder: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine: Engine } = await loadedEngine();
  const schema = path.join(folder, 'schema.prisma');
  // Our own pool, to be closed: the engine would leave a session open that holds the migration lock. One session, for the lock is a session's.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  const scripts = new WholeScripts(pool);
  const factory = bindMigrationAwareSqlAdapterFactory(scripts);
  const datamodels: [string, string][] = [[schema, await readFile(schema, 'utf8')]];
  try {
    const engine = await Engine.new({ datamodels }, () => undefined, factory);
    try {
      return await use(engine);
    } catch (error) {
      throw scripts.refusal === undefined ? error : new MigrationRefused(scripts.refusal, error);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** Prisma's adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL knows better where a statement ends. */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  /** What PostgreSQL said to the script that failed; the engine tells no more than that one did. */
  refusal: Error | undefined;

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await this.pool.query(script);
      } catch (error) {
        if (types.isNativeError(error)) this.refusal = error;
        throw error;
      }
    };
    return adapter;
  }
}

/** The one call that is needed of what Node has and the type libraries without a browser lack. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>;
};

let loaded: Promise<typeof wasm> | undefined;

/** Node 20 does not import WebAssembly files by itself, so the module is put together by hand, once. */
function loadedEngine(): Promise<typeof wasm> {
  loaded ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
    const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
    const imports = Object.entries({ ...wasm }).map(([name, value]) => {
      // Each lock that the engine waits for leaves a ten-second timer behind, which must not hold the process.
      const isTimer = name.startsWith('__wbg_setTimeout_');
      return [name, isTimer ? (run: () => void, ms: number) => setTimeout(run, ms).unref() : value] as const;
    });
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': Object.fromEntries(imports) });
    wasm.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    return wasm;
  })();
  return loaded;
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const baseDir = path.join(folder, 'migrations');
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = await readFile(path.join(baseDir, LOCK_FILE), 'utf8').catch(() => LOCK_TEXT);
  const migrationDirectories = names.sort().map((name) => {
    const value = readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8');
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
  });
  return { baseDir, lockfile: { path: LOCK_FILE, content: lockfile }, shadowDbInitScript: '', migrationDirectories };
}
