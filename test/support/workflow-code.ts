import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';

/** The file whose exports are the product's workflows. */
export const PRODUCT = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));

const QUIET = new DefaultLogger('ERROR');

type WebpackHook = NonNullable<Parameters<typeof bundleWorkflowCode>[0]['webpackConfigHook']>;

/** Lets the bundler read the TypeScript source, with its `.js` specifiers and `#` aliases. */
const fromSource: WebpackHook = (config) => ({
  ...config,
  resolve: {
    ...config.resolve,
    extensionAlias: { '.js': ['.ts', '.js'] },
    conditionNames: ['source', 'import', 'require', 'default'],
  },
});

let quiet = false;
/** Lets the native runtime report errors only; once per test file. */
export function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({
    logger: QUIET,
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
}

/** The bundle of the workflows that this file exports. */
export const workflowCode = (workflowsPath: string): ReturnType<typeof bundleWorkflowCode> =>
  bundleWorkflowCode({ workflowsPath, webpackConfigHook: fromSource, logger: QUIET });
