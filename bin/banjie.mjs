#!/usr/bin/env node
// Builds when needed, then hands over to the command: `node bin/banjie.mjs start`.
import { ensureBuilt } from '../scripts/build.mjs';

await ensureBuilt();
const { main } = await import('../dist/apps/cli/main.js');
// Not merely the exit code: the migration engine leaves a timer behind that would hold the process for ten seconds.
process.exit(await main(process.argv.slice(2)));
