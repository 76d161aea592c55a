import {
  continueAsNew,
  executeChild,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';

import type { AudienceActivities } from '#activities/audience/audience.activities.js';
import { startOnce } from './start-once.js';

/** What is said to many workflows, and to whom: the audience is looked up page by page, so no history holds them all. */
export interface Broadcast {
  /** The name under which the worker knows how to look the audience up, for example `season-returns`. */
  readonly audience: string;
  /** Whose audience: the row id of a case. */
  readonly of: string;
  readonly signal: string;
  readonly args: readonly unknown[];
  /** Where the next page begins; absent at the beginning. */
  readonly after?: string;
  readonly told?: number;
}

/** The name under which the worker knows the workflow below. */
const BROADCAST_WORKFLOW = 'broadcastPages';

/** Signals under way at once; a page is told in several such rounds. */
const AT_ONCE = 50;
/** Workflows of one run: two events each. */
const PAGE = 200;

const { loadAudience } = proxyActivities<AudienceActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/**
 * Signals each of these workflows. One that has ended, or does not exist, is no error: there is nobody to tell. Answers how many were
 * told. Two events each in the history of the caller: for a handful; for thousands see `broadcast`.
 */
export async function tellAll(
  workflowIds: readonly string[],
  signal: string,
  ...args: readonly unknown[]
): Promise<number> {
  let told = 0;
  for (let from = 0; from < workflowIds.length; from += AT_ONCE) {
    const answers = await Promise.all(workflowIds.slice(from, from + AT_ONCE).map((id) => tell(id, signal, args)));
    told += answers.filter(Boolean).length;
  }
  return told;
}

/**
 * Signals everybody of an audience and waits until all were: `name` makes the broadcast's workflow id. It costs the caller three
 * events however many there are. Answers how many were told.
 */
export function broadcast(name: string, what: Broadcast): Promise<number> {
  return executeChild<(input: Broadcast) => Promise<number>>(BROADCAST_WORKFLOW, {
    workflowId: name,
    args: [what],
    workflowTaskTimeout: '10s',
  });
}

/** Begins the same and does not wait until everybody was told: for an act whose answer does not depend on it. It outlives the caller. */
export function announce(name: string, what: Broadcast): Promise<void> {
  return startOnce({ workflow: BROADCAST_WORKFLOW, workflowId: name, input: { ...what } });
}

/** One page of a broadcast; goes on as new with the next. */
export async function broadcastPages(input: Broadcast): Promise<number> {
  const { audience, of, signal, args, after = '', told = 0 } = input;
  const { workflowIds, next } = await loadAudience({ audience, of, after, limit: PAGE });
  const sum = told + (await tellAll(workflowIds, signal, ...args));
  if (next === null) return sum;
  return continueAsNew<typeof broadcastPages>({ ...input, after: next, told: sum });
}

async function tell(workflowId: string, signal: string, args: readonly unknown[]): Promise<boolean> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(signal, ...args);
    return true;
  } catch (error) {
    if (isCancellation(error)) throw error;
    return false;
  }
}
