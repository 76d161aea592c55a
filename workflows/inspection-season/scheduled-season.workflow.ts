import { yearOf } from '#domain/calendar/iso-date.js';
import { workflowIdOf } from '../steps/contract.js';
import { startOnce } from '../steps/start-once.js';
import { INSPECTION_SEASON_WORKFLOW, type ScheduledSeasonInput } from './contract.js';
import { ask, today } from './season.js';

/** What a registry's schedule starts on the opening day of each year: the season of the year before, unless somebody has opened it. */
export async function scheduledSeason({ registryUnitId, by }: ScheduledSeasonInput): Promise<void> {
  const inspectedYear = yearOf(today()) - 1;
  const workflow = INSPECTION_SEASON_WORKFLOW;
  const created = await ask.createScheduledSeason({ registryUnitId, inspectedYear, by, workflow, at: Date.now() });
  if (created === null) return;
  const { matter, caseNo, input } = created;
  await startOnce({ workflow: created.workflow, workflowId: workflowIdOf(matter, caseNo), input });
}
