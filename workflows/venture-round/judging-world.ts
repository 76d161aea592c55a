import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

import type { Answer } from '#activities/venture-judging/answer.js';
import type { JudgingActivities } from '#activities/venture-judging/judging.activities.js';
import { DomainError } from '#domain/errors.js';

/** What judging asks of the world. Retried for as long as it takes; a refusal is an answer. */
export const askJudging = proxyActivities<JudgingActivities>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The same within milliseconds, beside the record: for what every single sheet asks. */
export const askAtOnce = proxyLocalActivities<JudgingActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});

/** What was answered; throws what was refused. */
export function granted<Value>(answer: Answer<Value>): Value {
  if ('refusal' in answer) throw new DomainError(answer.refusal);
  return answer.value;
}
