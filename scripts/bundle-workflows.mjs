// Bundles the compiled workflows once, at build time, so that a worker is ready in a moment after a crash.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = new URL('..', import.meta.url);
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('dist/workflows/index.js', root)),
  logger: new DefaultLogger('ERROR'),
  // Evaluated once for all cases: it keeps no state of a case, and is most of what a case would load.
  preloadModules: ['zod'],
});
writeFileSync(new URL('dist/workflow-bundle.js', root), code);
