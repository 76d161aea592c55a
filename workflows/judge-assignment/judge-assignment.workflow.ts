import { ActivityCancellationType, CancellationScope, isCancellation, proxyActivities } from '@temporalio/workflow';

import type { AssignmentActivities } from '#activities/venture-judging/assignment.activities.js';
import type { JudgeAssignmentInput } from './contract.js';

const { computeAssignment } = proxyActivities<AssignmentActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15s',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { maximumAttempts: 3 },
});

const { cancelAssignment, failAssignment } = proxyActivities<AssignmentActivities>({ startToCloseTimeout: '30s' });

/** 评委分配: a job beside the round. Nothing of it is decided before the organiser accepts it on the round's case. */
export async function judgeAssignment({ jobId }: JudgeAssignmentInput): Promise<void> {
  try {
    await computeAssignment(jobId);
  } catch (error) {
    const tell = isCancellation(error) ? cancelAssignment : failAssignment;
    await CancellationScope.nonCancellable(() => tell(jobId));
    if (isCancellation(error)) throw error;
  }
}
