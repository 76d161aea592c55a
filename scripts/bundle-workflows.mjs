// Bundles the compiled workflows once, at build time, so that a worker is ready in a moment after a crash.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = new URL('..', import.meta.url);
const pathOf = (file) => fileURLToPath(new URL(file, root));
const { code } = await bundleWorkflowCode({
  workflowsPath: pathOf('dist/workflows/index.js'),
  logger: new DefaultLogger('ERROR'),
  preloadModules: [pathOf('scripts/preload-workflows.mjs')],
  // One module of ours instead of a hundred: each is looked up and evaluated anew for every case. zod stays a module of its own, so that what is preloaded is what
  // the cases use.
  webpackConfigHook: ({ optimization, module, ...config }) => ({
    ...config,
    module: {
      ...module,
      rules: [...(module?.rules ?? []), { test: /[\\/]node_modules[\\/]zod[\\/]/, sideEffects: true }],
    },
    optimization: {
      ...optimization,
      concatenateModules: true,
      providedExports: true,
      usedExports: true,
      sideEffects: true,
    },
  }),
});
if (!code.includes('node_modules/zod/index.js"'))
  throw new Error('zod was drawn into the workflows, and would be evaluated for every case');
writeFileSync(pathOf('dist/workflow-bundle.js'), code);
