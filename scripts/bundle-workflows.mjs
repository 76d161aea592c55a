// Bundles the compiled workflows once, at build time, so that a worker is ready in a moment after a crash.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleOptions } from '../dist/apps/worker/src/bundle-options.js';

const pathOf = (file) => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
const { code } = await bundleWorkflowCode(bundleOptions(pathOf('workflows/index.js')));
writeFileSync(pathOf('workflow-bundle.js'), code);
