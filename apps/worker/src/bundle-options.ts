import { fileURLToPath } from 'node:url';

import { DefaultLogger } from '@temporalio/worker';
import type { BundleOptions } from '@temporalio/worker';

/**
 * How the workflows that a file exports are bundled. They are one module, evaluated once and shared by all cases of a worker, so that a case costs
 * its own memory alone; nothing of a case may be kept at the top of a module of `workflows/` or `domain/` (decision 019, held by lint). The
 * schemas of facts and forms are made in functions that only the API calls, so zod is left out.
 */
export function bundleOptions(workflowsPath: string): BundleOptions {
  const shortStacks = fileURLToPath(new URL('../../../workflows/short-stacks.js', import.meta.url));
  return {
    workflowsPath,
    logger: new DefaultLogger('ERROR'),
    preloadModules: [shortStacks, workflowsPath],
    ignoreModules: ['zod'],
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
  };
}
