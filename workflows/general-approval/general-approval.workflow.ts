import type { GeneralApprovalInput } from './contract.js';
import { approvalStory } from './story.js';

/** 一般呈批, as a durable case. */
export async function generalApproval(input: GeneralApprovalInput): Promise<void> {
  const { run, tell } = approvalStory(input);
  await run.carryOut(tell);
}
