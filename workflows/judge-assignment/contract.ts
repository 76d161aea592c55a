/** The name under which the worker knows the workflow. */
export const JUDGE_ASSIGNMENT_WORKFLOW = 'judgeAssignment';

/** What it is given. */
export interface JudgeAssignmentInput {
  readonly jobId: string;
}

/** The id of a job's workflow. */
export const assignmentWorkflowId = (jobId: string): string => `judge-assignment:${jobId}`;
