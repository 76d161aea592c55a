// Bundles the compiled workflows once, at build time, so that a worker is ready in a moment after a crash.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = new URL('..', import.meta.url);
const pathOf = (file) => fileURLToPath(new URL(file, root));
const { code } = await bundleWorkflowCode({
  workflowsPath: pathOf('dist/workflows/index.js'),
  logger: new DefaultLogger('ERROR'),
  preloadModules: [pathOf('scripts/short-stacks.mjs')],
  // The schemas of facts and forms are made in functions that only the API calls.
  ignoreModules: ['zod'],
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
