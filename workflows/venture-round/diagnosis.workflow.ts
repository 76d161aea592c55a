import { proxyActivities } from '@temporalio/workflow';

import type { DiagnosisActivities } from '#activities/venture-judging/diagnosis.activities.js';

const { diagnoseRanking } = proxyActivities<DiagnosisActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1s', maximumAttempts: 5 },
});

/** Diagnostics of a ranking, computed beside the round: nothing waits for them. */
export async function rankingDiagnosis({
  roundId,
  seq,
}: {
  readonly roundId: string;
  readonly seq: number;
}): Promise<void> {
  await diagnoseRanking(roundId, seq);
}
