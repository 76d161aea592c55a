// Bundles the compiled workflows once, at build time, so that a worker is ready in a moment after a crash.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = new URL('..', import.meta.url);
const pathOf = (file) => fileURLToPath(new URL(file, root));
const { code } = await bundleWorkflowCode({
  workflowsPath: pathOf('dist/workflows/index.js'),
  logger: new DefaultLogger('ERROR'),
  // Evaluated once for all cases: zod keeps no state of a case, and is most of what a case would load.
  preloadModules: ['zod', pathOf('scripts/short-stacks.mjs')],
  // One module of ours instead of a hundred: each is looked up and evaluated anew for every case.
  webpackConfigHook: ({ optimization, ...config }) => ({
    ...config,
    optimization: {
      ...optimization,
      concatenateModules: true,
      providedExports: true,
      usedExports: true,
      sideEffects: true,
    },
  }),
});
writeFileSync(pathOf('dist/workflow-bundle.js'), code);
