import { createHash, randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import path from 'node:path';

import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

import { FileStoreAway } from './file-store-away.js';

/** Files by the SHA-256 of their bytes (hexadecimal): equal content is kept once, and nothing is ever changed. */
export interface ContentStore {
  /** Keeps the bytes; returns their hash. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /** The bytes, or null when there are none of this hash. */
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
  readonly has: (sha256: string) => Promise<boolean>;
}

/** A content store in the folder `files` below `home`. The API and the worker open the same one. Throws FileStoreAway where the folder fails. */
export function contentStore(home: string): ContentStore {
  const location = path.resolve(home, 'files');
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  const read = async (key: string): Promise<Uint8Array | null> => {
    if (await disk.exists(key)) return disk.getBytes(key);
    // Without its folder nothing was asked for in vain: a disk is not mounted.
    await access(location);
    return null;
  };
  return {
    put: (bytes) =>
      orAway(async () => {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        if (!(await disk.exists(keyOf(sha256)))) await keep(disk, sha256, bytes);
        return sha256;
      }),
    read: (sha256) => orAway(() => read(keyOf(sha256))),
    has: (sha256) => orAway(() => disk.exists(keyOf(sha256))),
  };
}

async function orAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new FileStoreAway('the folder of the files cannot be used', { cause });
  }
}

/**
 * A file is seen under its name only when it is whole: a process that dies while writing leaves a part under another name.
 * Whoever keeps the same bytes at the same time writes a part of its own; the last to move it puts equal over equal.
 */
async function keep(disk: Disk, sha256: string, bytes: Uint8Array): Promise<void> {
  const part = `${keyOf(sha256)}.${randomUUID()}.part`;
  await disk.put(part, bytes);
  await disk.move(part, keyOf(sha256));
}

/** Two levels of folders, so that none grows too long. */
function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
