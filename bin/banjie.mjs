#!/usr/bin/env node
// Builds when needed, then hands over to the command: `node bin/banjie.mjs start`.
import { ensureBuilt } from '../scripts/build.mjs';

await ensureBuilt();
const { main } = await import('../dist/apps/cli/main.js');
// Not merely the exit code: a command that has returned is over, whatever timer or socket is left.
process.exit(await main(process.argv.slice(2)));
