import { proxyActivities } from '@temporalio/workflow';

import type { InspectionSeasonActivities } from '#activities/inspection-season/inspection-season.activities.js';
import type { SeasonEvent, SeasonState } from '#domain/annual-inspection/states.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { CaseRun } from '../steps/case-run.js';
import type { Errands } from '../steps/errands.js';
import type { SeasonInput, SeasonLife } from './contract.js';

export type SeasonRun = CaseRun<SeasonState, SeasonEvent>;

/** What a season asks of the world. Retried for as long as it takes. */
export const ask = proxyActivities<InspectionSeasonActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The day of the workflow's clock in Shanghai. */
export const today = (): IsoDate => shanghaiDate(Date.now());

/** A season under way: its case, what it knows of itself, and what it does for its returns beside its turns. */
export interface Season {
  readonly run: SeasonRun;
  readonly input: SeasonInput;
  readonly errands: Errands;
  life: SeasonLife;
}
