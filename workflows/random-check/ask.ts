import { proxyActivities } from '@temporalio/workflow';

import type { RandomCheckActivities } from '#activities/random-check/random-check.activities.js';

/** What random checks ask of the world. Retried for as long as it takes; a refusal comes back at once. */
export const ask = proxyActivities<RandomCheckActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});
