import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stopLeftover } from './kept-server.js';
import type { Home } from './home.js';

/** Asks on the terminal; without one the answer is no. */
export async function confirmReset(home: Home): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(
      `将删除 ${home.folder} 中的全部数据,无法恢复。确认请输入 yes / This deletes all data there for good; type yes: `,
    );
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}

/** Deletes everything but the fetched programs. The caller holds the lock of the folder. */
export async function eraseHome(home: Home): Promise<void> {
  await stopLeftover(home.temporal, 'SIGTERM');
  await stopLeftover(home.postgres, 'SIGINT');
  for (const name of await readdir(home.folder)) {
    const each = path.join(home.folder, name);
    if (each !== home.binaries && each !== home.lock) await rm(each, { recursive: true, force: true });
  }
}
