// Bundles the compiled workflows once, at build time, so that a worker is ready in a moment after a crash.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = new URL('..', import.meta.url);
const RULES = [
  'process/acts',
  'process/ballot',
  'general-approval/approval',
  'temp-party-org/acts',
  'temp-party-org/term.rule',
  'temp-party-org/life.rule',
];
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('dist/workflows/index.js', root)),
  logger: new DefaultLogger('ERROR'),
  // Evaluated once for all cases: they keep no state of a case, and are most of what a case would load.
  preloadModules: ['zod', ...RULES.map((rule) => fileURLToPath(new URL(`dist/domain/${rule}.js`, root)))],
});
writeFileSync(new URL('dist/workflow-bundle.js', root), code);
