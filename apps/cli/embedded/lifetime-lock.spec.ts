import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isHolder, lockHolder, takeLock } from './lifetime-lock.js';
import { identify } from './process-identity.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'banjie-lock-'));
  file = path.join(folder, 'running.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a lock for the life of a process', () => {
  it('is held until it is released, and its note can be read meanwhile', async () => {
    const lock = await takeLock(file);
    if (isHolder(lock)) throw new Error('held by another');
    await lock.note('http://localhost:3000');
    expect(await takeLock(file)).toMatchObject({ pid: process.pid, note: 'http://localhost:3000' });
    await lock.release();
    expect(await lockHolder(file)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('falls to the next one when its holder was killed', async () => {
    const holder = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(holder, 'spawn');
    await writeFile(file, JSON.stringify({ ...identify(holder.pid ?? 0), note: '' }));
    const meanwhile = await takeLock(file).finally(() => holder.kill('SIGKILL'));
    await once(holder, 'exit');
    expect(isHolder(meanwhile)).toBe(true);
    expect(isHolder(await takeLock(file))).toBe(false);
  });

  it('is not held by a later process that has the same number', async () => {
    await writeFile(file, JSON.stringify({ pid: process.pid, started: 'before', note: '' }));
    expect(isHolder(await takeLock(file))).toBe(false);
  });

  it('is not held by half a file', async () => {
    await writeFile(file, '{"pid": 1');
    expect(isHolder(await takeLock(file))).toBe(false);
  });
});
