import { executeChild } from '@temporalio/workflow';

import type { PageRequest } from '#domain/random-check/case-facts.js';
import { workflowIdOf } from '../steps/contract.js';
import { startAllOnce } from '../steps/start-once.js';
import { ask } from './ask.js';
import type { RandomCheckInput } from './contract.js';

/** The name under which the worker knows the workflow below. */
const DRAWN_CHECK_PAGE_WORKFLOW = 'drawnCheckPage';

/** Checks of one page: three events each in the page's own history, and some 100 kB in the answer that names them. */
const PAGE = 100;

/**
 * Opens a case for every check of a draw, page by page, each page a short workflow of its own: a page costs the draw's history
 * six events, so 100,000 checks stay far within its limits. A page that was under way when a worker died goes on.
 */
export async function openInPages({ caseId, caseNo, matter }: RandomCheckInput, checks: number): Promise<void> {
  for (let from = 1; from <= checks; from += PAGE) {
    const page: PageRequest = { drawCaseId: caseId, from, limit: PAGE, at: Date.now() };
    await executeChild<typeof drawnCheckPage>(DRAWN_CHECK_PAGE_WORKFLOW, {
      workflowId: `${workflowIdOf(matter, caseNo)}:checks-${from}`,
      args: [page],
      workflowTaskTimeout: '10s',
    });
  }
}

/** One page: its cases are made in one activity, then started. */
export async function drawnCheckPage(page: PageRequest): Promise<void> {
  const checks = await ask.openDrawnChecks(page);
  await startAllOnce(checks);
  await ask.drawnChecksStarted(
    checks.map(({ caseId }) => caseId),
    page.at,
  );
}
