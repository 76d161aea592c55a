// Builds dist/web with Vite when a source of it changed, and measures what a browser loads before it shows anything.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { takeTurn, walk } from './build.mjs';
import { ensureClient } from './web-client.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = path.join(root, 'dist/web');
const stamp = path.join(root, 'dist/.web.json');
const lock = path.join(root, 'dist/.web.lock');
/** Initial JavaScript, gzipped: issue 6. */
const INITIAL_LIMIT = 350 * 1024;
const PACKED = /\.(js|css|html|svg|json)$/;

/** Builds the web app when there is none or a source changed since; true when it built. */
export async function ensureWebBuilt() {
  if (isFresh()) return false;
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  await takeTurn(lock);
  try {
    if (isFresh()) return false;
    await build();
    return true;
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

async function build() {
  const begun = Date.now();
  await ensureClient();
  const seen = fingerprint();
  const vite = await import('vite');
  await vite.build({ configFile: path.join(root, 'apps/web/vite.config.mjs'), logLevel: 'error' });
  const initial = initialBytes();
  if (initial > INITIAL_LIMIT)
    throw new Error(`build: initial JavaScript ${initial} bytes gzipped, ${INITIAL_LIMIT} allowed`);
  for (const name of walk(web, '')) {
    if (PACKED.test(name))
      fs.writeFileSync(path.join(web, `${name}.gz`), gzipSync(fs.readFileSync(path.join(web, name))));
  }
  fs.writeFileSync(stamp, JSON.stringify({ seen, initial }));
  const took = ((Date.now() - begun) / 1000).toFixed(1);
  process.stderr.write(`构建 build: dist/web/ (${took} s, 首屏 initial ${Math.round(initial / 1024)} KB)\n`);
}

/** Scripts that the start page names, and what those import at once. */
function initialBytes() {
  const html = fs.readFileSync(path.join(web, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name);
  return names.reduce((sum, name) => sum + gzipSync(fs.readFileSync(path.join(web, name))).length, 0);
}

function isFresh() {
  try {
    return (
      fs.existsSync(path.join(web, 'index.html')) && JSON.parse(fs.readFileSync(stamp, 'utf8')).seen === fingerprint()
    );
  } catch {
    return false;
  }
}

/** What the web app is made of: its own files, the rules that it shares, and the interface, whose schemas lie in the API. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = ['apps/web', 'domain', 'apps/api/src'].flatMap((folder) => walk(path.join(root, folder), folder));
  const counted = files.filter((file) => !file.endsWith('.spec.ts') && !file.startsWith('apps/web/generated/'));
  for (const file of ['package-lock.json', ...counted.sort()]) {
    const { mtimeMs, size } = fs.statSync(path.join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureWebBuilt();
