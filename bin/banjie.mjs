#!/usr/bin/env node
// Builds when needed, then hands over to the command: `node bin/banjie.mjs start`.
import { ensureBuilt } from '../scripts/build.mjs';
import { ensureWebBuilt } from '../scripts/build-web.mjs';

await ensureBuilt();
// Only `start` serves pages; a folder that somebody names is theirs to build.
const isHelp = process.argv.some((word) => word === '--help' || word === '-h');
if (process.argv[2] === 'start' && !isHelp && !process.env.BANJIE_WEB_FOLDER) await ensureWebBuilt();
const { main } = await import('../dist/apps/cli/main.js');
// Not merely the exit code: a command that has returned is over, whatever timer or socket is left.
process.exit(await main(process.argv.slice(2)));
