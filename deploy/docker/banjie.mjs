// The commands of `bin/banjie.mjs` inside the image, which is built already: `node deploy/docker/banjie.mjs verify`.
import { main } from '../../dist/apps/cli/main.js';

process.exit(await main(process.argv.slice(2)));
