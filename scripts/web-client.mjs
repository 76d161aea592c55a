// Writes apps/web/generated/api.ts: the types of the interface, from the OpenAPI document that the API itself makes of its schemas. No server is needed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import openapi, { astToString } from 'openapi-typescript';

import { ensureBuilt } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'apps/web/generated/api.ts');

/** Brings the types up to date; true when they changed. */
export async function ensureClient() {
  await ensureBuilt();
  const document = describe();
  const mark = `// ${createHash('sha256')
    .update(document)
    .update(fs.readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')}`;
  if (fs.existsSync(target) && fs.readFileSync(target, 'utf8').startsWith(mark)) return false;
  const nodes = await openapi(JSON.parse(document), { alphabetize: true });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  // Whole or not at all: a compiler may be reading it.
  fs.writeFileSync(`${target}.new`, `${mark}\n${astToString(nodes)}`);
  fs.renameSync(`${target}.new`, target);
  process.stderr.write('接口类型 client: apps/web/generated/api.ts\n');
  return true;
}

/** A process of its own: the application opens connections that end with it. */
function describe() {
  const program = path.join(root, 'dist/apps/api/src/describe.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`the API could not be described:\n${stderr}`);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureClient();
