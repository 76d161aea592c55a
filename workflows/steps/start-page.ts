import { executeChild } from '@temporalio/workflow';

import { type ChildToStart, startAllOnce } from './start-once.js';

/** The name under which the worker knows the workflow below. */
const START_PAGE_WORKFLOW = 'startPage';

/** Cases of one page: three events each in its history. */
export const PAGE = 100;

/**
 * Starts some cases through a page that ends at once: three events in the caller's history however many they are, and none of them is a
 * child of the caller, so that a clock which is moved forward does not wait for their ends.
 */
export async function startInPage(name: string, children: readonly ChildToStart[]): Promise<void> {
  await executeChild<(children: readonly ChildToStart[]) => Promise<void>>(START_PAGE_WORKFLOW, {
    workflowId: name,
    args: [children],
    workflowTaskTimeout: '10s',
  });
}

/** A page of cases that are started. */
export async function startPage(children: readonly ChildToStart[]): Promise<void> {
  await startAllOnce(children);
}
