import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';

import { PRODUCT, workflowCode } from '../support/workflow-code.js';

type History = Parameters<typeof historyToJSON>[0];

const HISTORIES = new URL('./histories/', import.meta.url);

/**
 * Replays the history of a case that has just been played. `node scripts/record-histories.mjs RELEASE` keeps it under that name as the release's;
 * replay.spec.ts replays everything that is kept.
 */
export async function replayed(name: string, history: History, workflowId?: string) {
  const release = process.env.BANJIE_RECORD_HISTORY;
  // Who carried it out names a machine.
  const text = historyToJSON(history).replaceAll(/"\d+@[^"]*"/g, '"worker"');
  if (release) writeFileSync(new URL(`${name}-${release}.json`, HISTORIES), text);
  await Worker.runReplayHistory({ workflowBundle: await workflowCode(PRODUCT) }, history, workflowId);
}

/** The histories that are kept, by their file. */
export const kept = (): [name: string, history: unknown][] =>
  readdirSync(HISTORIES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, HISTORIES), 'utf8'))]);

/** Every word in a history: what is packed into payloads too. */
export const wordsOf = (history: History): string =>
  JSON.stringify(JSON.parse(historyToJSON(history)), (key, value: unknown) =>
    key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value,
  );
