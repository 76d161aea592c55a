// Waits until its parent has gone, in whatever way, then stops the parent's servers and removes their folder (the argument).
import fs from 'node:fs';
import path from 'node:path';
import { stopLeftover } from '../../dist/apps/cli/embedded/kept-server.js';

const folder = process.argv[2];
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);
process.stdin.resume();
process.stdin.once('close', async () => {
  await Promise.all([
    stopLeftover(path.join(folder, 'temporal'), 'SIGTERM'),
    stopLeftover(path.join(folder, 'pg'), 'SIGINT'),
  ]);
  fs.rmSync(folder, { recursive: true, force: true });
});
