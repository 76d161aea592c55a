import { continueAsNew, executeChild } from '@temporalio/workflow';

import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import type { CaseId } from '#domain/ids.js';
import { ANNUAL_RETURN_WORKFLOW, type ReturnInput } from '../annual-inspection/contract.js';
import { workflowIdOf } from '../steps/contract.js';
import { startAllOnce } from '../steps/start-once.js';
import { ask } from './season.js';

/** What the returns of a season have in common. */
export type CommonInput = Omit<
  ReturnInput,
  'caseId' | 'caseNo' | 'requestId' | 'organisationId' | 'filer' | 'closing' | 'carried' | 'concluded'
>;

/** Which page of a season's registry is opened. */
interface PageInput {
  readonly seasonId: CaseId;
  readonly common: CommonInput;
  /** The last organisation of the page before; empty at first. */
  readonly after: string;
}

/** Organisations of one page, which is one run: three events for each return that it starts. */
const PAGE = 200;

/** Opens everybody's return, page by page; three events for the caller. `name` makes the workflow's id. */
export const openReturns = (name: string, seasonId: CaseId, common: CommonInput): Promise<void> =>
  executeChild<typeof seasonPages>('seasonPages', {
    workflowId: name,
    args: [{ seasonId, common, after: '' }],
    workflowTaskTimeout: '10s',
  });

/** 年检季开启, one page: who owes a return gets a case, and its workflow is started. Goes on as new with the next page. */
export async function seasonPages(input: PageInput): Promise<void> {
  const { seasonId, common, after } = input;
  const asked = { seasonId, common, after, limit: PAGE, at: Date.now(), workflow: ANNUAL_RETURN_WORKFLOW };
  const { returns, next } = await ask.openSeasonPage({ ...asked, common: { ...common } });
  await startAllOnce(
    returns.map((own) => ({
      workflow: ANNUAL_RETURN_WORKFLOW,
      workflowId: workflowIdOf(ANNUAL_INSPECTION.slug, own.caseNo),
      input: { ...common, ...own } satisfies ReturnInput,
    })),
  );
  if (next !== null) await continueAsNew<typeof seasonPages>({ ...input, after: next });
}
