import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { contentStore } from './content-store.js';
import { FileStoreAway } from './file-store-away.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'banjie-test-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('files by their hash', () => {
  it('gives back what was kept, and nothing for a hash that nobody kept', async () => {
    const files = contentStore(home);
    const sha256 = await files.put(Buffer.from('批复'));

    expect(Buffer.from((await files.read(sha256)) ?? []).toString()).toBe('批复');
    expect(await files.read('0'.repeat(64))).toBeNull();
  });

  it('say that the store is away when its folder is gone or cannot be written', async () => {
    const files = contentStore(home);
    const sha256 = await files.put(Buffer.from('批复'));
    await rm(path.join(home, 'files'), { recursive: true });

    await expect(files.read(sha256)).rejects.toThrow(FileStoreAway);
    await writeFile(path.join(home, 'files'), '');
    await expect(files.put(Buffer.from('批复'))).rejects.toThrow(FileStoreAway);
  });

  it('keeps the same bytes once when ten send them at the same time', async () => {
    const files = contentStore(home);
    const hashes = await Promise.all(Array.from({ length: 10 }, () => files.put(Buffer.from('同一份文件'))));

    expect(new Set(hashes).size).toBe(1);
    const kept = await readdir(path.join(home, 'files'), { recursive: true, withFileTypes: true });
    expect(kept.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([hashes[0]]);
  });
});
