import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime, type WorkflowBundle } from '@temporalio/worker';

import { bundleOptions } from '../../apps/worker/src/bundle-options.js';
import { testServers } from './servers.js';

/** The file whose exports are the product's workflows. */
export const PRODUCT = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));

const QUIET = new DefaultLogger('ERROR');

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

/** The bundle of the workflows that this file exports, made as the product's, once in a run: it takes seconds. */
export async function workflowCode(workflowsPath: string): Promise<WorkflowBundle> {
  const kept = path.join(
    testServers().folder,
    `${createHash('sha256').update(workflowsPath).digest('hex').slice(0, 16)}.js`,
  );
  if (existsSync(kept)) return { code: readFileSync(kept, 'utf8') };
  const options = bundleOptions(workflowsPath);
  const bundle = await bundleWorkflowCode({
    ...options,
    // Reads the TypeScript source, with its `.js` specifiers and `#` aliases.
    webpackConfigHook: (config) => ({
      ...options.webpackConfigHook?.(config),
      resolve: {
        ...config.resolve,
        extensionAlias: { '.js': ['.ts', '.js'] },
        conditionNames: ['source', 'import', 'require', 'default'],
      },
    }),
  });
  // Whole or not at all: another test file may be reading.
  const written = `${kept}.${randomUUID()}`;
  writeFileSync(written, bundle.code);
  renameSync(written, kept);
  return bundle;
}
