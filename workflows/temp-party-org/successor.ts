import { workflowIdOf } from '../steps/contract.js';
import { startOnce } from '../steps/start-once.js';
import { TEMP_PARTY_ORG_WORKFLOW, type TempPartyOrgInput } from './contract.js';

/** Starts the case that renews this one; it outlives it, and tells it how it ended. Started before: nothing to do. */
export async function startSuccessor(
  { matter, caseNo }: TempPartyOrgInput,
  successor: Readonly<Record<string, unknown>> & { readonly caseNo: string },
): Promise<void> {
  await startOnce({
    workflow: TEMP_PARTY_ORG_WORKFLOW,
    workflowId: workflowIdOf(matter, successor.caseNo),
    input: { ...successor, renews: workflowIdOf(matter, caseNo) },
  });
}
