import { proxyActivities } from '@temporalio/workflow';

import type { AnnualInspectionActivities } from '#activities/annual-inspection/annual-inspection.activities.js';
import { type InspectionLimit, limitOf } from '#domain/annual-inspection/settings.js';
import type { ReturnEvent, ReturnState } from '#domain/annual-inspection/states.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DomainError, type Refusal } from '#domain/errors.js';
import type { Limit } from '#domain/process/record.js';
import type { CaseRun } from '../steps/case-run.js';
import type { ReturnInput } from './contract.js';

export type ReturnRun = CaseRun<ReturnState, ReturnEvent>;

/** What the matter asks of the world. Retried for as long as it takes. */
export const ask = proxyActivities<AnnualInspectionActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The day of the workflow's clock in Shanghai. */
export const today = (): IsoDate => shanghaiDate(Date.now());

/** A limit of the matter from an instant (epoch ms) on. */
export const limitFrom = (limit: InspectionLimit, { settings }: ReturnInput, from: number): Limit => ({
  ...limitOf(limit, settings),
  from,
});

/** A rule that an activity judged: its refusal is the caller's. */
export function unlessRefused(refusal: Refusal | null): void {
  if (refusal) throw new DomainError(refusal);
}
