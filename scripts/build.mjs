// Builds dist/: the Prisma client when the schema is newer, then JavaScript by `tsc --noCheck` (types are `npm run check`'s business),
// then the files that code reads at run time, each at the place where it lies beside its source, then the bundle of the workflows.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.stamp.json');
const lock = path.join(dist, '.lock');
const SOURCES = ['apps', 'workflows', 'activities', 'domain', 'prisma', 'templates'];
const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Builds when there is no build or a source changed since; true when it built. Prints one line to standard error when it does. */
export async function ensureBuilt() {
  if (isFresh()) return false;
  fs.mkdirSync(dist, { recursive: true });
  await takeTurn(lock);
  try {
    if (isFresh()) return false;
    build();
    return true;
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function build() {
  const begun = Date.now();
  generateWhenStale();
  // Taken before the compiler reads: what changes during the build makes the next one necessary.
  const seen = fingerprint();
  run('tsc', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck']);
  copyAssets();
  removeOrphans();
  removeEmptyFolders(dist);
  run('workflow bundle', ['scripts/bundle-workflows.mjs']);
  fs.writeFileSync(stamp, JSON.stringify({ seen }));
  process.stderr.write(`构建 build: dist/ (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
}

function generateWhenStale() {
  const schema = path.join(root, 'prisma/schema.prisma');
  if (!fs.existsSync(schema)) return;
  const client = path.join(root, 'prisma/generated/client.ts');
  if (fs.existsSync(client) && fs.statSync(client).mtimeMs >= fs.statSync(schema).mtimeMs) return;
  run('prisma generate', ['scripts/generate.mjs']);
  const now = new Date();
  fs.utimesSync(client, now, now);
}

function run(what, args) {
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(stdout);
  throw new Error(`build: ${what} failed`);
}

/** Everything that is neither compiled nor a test: JSON, SQL, the schema, templates. */
function copyAssets() {
  for (const file of files()) {
    if (/\.tsx?$/.test(file) || /(^|\/)tsconfig[^/]*\.json$/.test(file)) continue;
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(dist, file));
  }
}

/** A module whose source is gone must not be found any more. */
function removeOrphans() {
  for (const file of walk(dist, '')) {
    const source = file.replace(/\.js(\.map)?$/, '.ts');
    if (
      file.startsWith('.') ||
      file.startsWith('web/') ||
      fs.existsSync(path.join(root, source)) ||
      fs.existsSync(path.join(root, file))
    )
      continue;
    fs.rmSync(path.join(dist, file));
  }
}

/** A folder without files goes too: every folder of `migrations` is one. */
function removeEmptyFolders(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name));
  }
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}

function isFresh() {
  try {
    return JSON.parse(fs.readFileSync(stamp, 'utf8')).seen === fingerprint();
  } catch {
    return false;
  }
}

/** Changes with the name, size and time of any source. The generated client counts through the schema that it is made from. */
function fingerprint() {
  const hash = createHash('sha256');
  const counted = files().filter((file) => !file.startsWith('prisma/generated/'));
  for (const file of [...SETTINGS, ...counted]) {
    const { mtimeMs, size } = fs.statSync(path.join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  hash.update(String(fs.existsSync(path.join(root, 'prisma/generated/client.ts'))));
  return hash.digest('hex');
}

function files() {
  return SOURCES.flatMap((folder) => walk(path.join(root, folder), folder))
    .filter((file) => !file.endsWith('.spec.ts') && !file.includes('/node_modules/') && !file.startsWith('apps/web/'))
    .sort();
}

function walk(folder, name) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const inner = path.posix.join(name, entry.name);
    return entry.isDirectory() ? walk(path.join(folder, entry.name), inner) : [inner];
  });
}

export { takeTurn, walk };

/** Two builds at once would read each other's half-written files. The lock of a process that is gone is taken over. */
async function takeTurn(lock) {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(lock)) fs.rmSync(lock, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isAbandoned(lock) {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    // For an instant a new lock is still empty.
    if (pid === 0) return Date.now() - fs.statSync(lock).mtimeMs > 2_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!(await ensureBuilt())) process.stderr.write('构建 build: dist/ 已是最新 is up to date\n');
}
