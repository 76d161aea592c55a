import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from './error-code.js';
import { identify, isRunning } from './process-identity.js';

const Holder = z.object({ pid: z.number(), started: z.string(), note: z.string() });

/** Who holds a lock. */
export type LockHolder = z.infer<typeof Holder>;

/** A file that one living process holds; it frees itself when that process ends in whatever way. */
export interface LifetimeLock {
  /** Leaves a line for those who find the lock held, e.g. the address. */
  note(text: string): Promise<void>;
  release(): Promise<void>;
}

/** Takes the lock, or returns who holds it. A lock whose holder is gone is taken over. */
export async function takeLock(file: string, note = ''): Promise<LifetimeLock | LockHolder> {
  const self = identify(process.pid) ?? { pid: process.pid, started: '' };
  const mine = `${file}.${self.pid}`;
  await writeFile(mine, JSON.stringify({ ...self, note }), { mode: 0o600 });
  try {
    // A link appears with its content complete, so nobody ever reads half a lock.
    while (!(await linked(mine, file))) {
      const holder = await readHolder(file);
      if (holder !== undefined && isRunning(holder)) return holder;
      await setAside(file, `${mine}.stale`);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return {
    async note(text) {
      await writeFile(mine, JSON.stringify({ ...self, note: text }), { mode: 0o600 });
      await rename(mine, file);
    },
    release: () => rm(file, { force: true }),
  };
}

/** Tells a lock that was got from the holder that kept us from it. */
export function isHolder(result: LifetimeLock | LockHolder): result is LockHolder {
  return 'pid' in result;
}

/** Who holds the lock at the moment; undefined when nobody alive does. */
export async function lockHolder(file: string): Promise<LockHolder | undefined> {
  const holder = await readHolder(file);
  return holder !== undefined && isRunning(holder) ? holder : undefined;
}

async function readHolder(file: string): Promise<LockHolder | undefined> {
  try {
    return Holder.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two who find the same stale lock must not each remove one: whoever moved a live lock away by mistake puts it back. */
async function setAside(file: string, aside: string): Promise<void> {
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await lockHolder(aside)) !== undefined) await linked(aside, file);
  await rm(aside, { force: true });
}
