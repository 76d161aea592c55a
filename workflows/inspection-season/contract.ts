import type { SeasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { UnitId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow of a season. */
export const INSPECTION_SEASON_WORKFLOW = 'inspectionSeason';

/** The name under which the worker knows what a registry's schedule starts each year. */
export const SCHEDULED_SEASON_WORKFLOW = 'scheduledSeason';

/** Whose season is opened each year, in whose name. */
export interface ScheduledSeasonInput {
  readonly registryUnitId: UnitId;
  readonly by: Actor;
}

/** The id of a registry's schedule. */
export const seasonScheduleId = (registryUnitId: string): string => `inspection-season:${registryUnitId}`;

/** Everybody whom a season tells of a pause: the returns that have not ended. */
export const SEASON_RETURNS = 'season-returns';

/** What a season starts with: the days and settings that held when it was created. `applicant` is the official who created it. */
export interface SeasonInput extends CaseInput {
  readonly inspectedYear: number;
  readonly dates: SeasonDates;
  readonly settings: AnnualInspectionSettings;
  /** Set when the season continues as new. */
  readonly life?: SeasonLife;
}

/** What a season knows of itself beside its state. */
export interface SeasonLife {
  /** As they are after the pauses so far. */
  readonly dates: SeasonDates;
  readonly pausedOn: IsoDate | null;
  readonly freezesOn: IsoDate | null;
  readonly looksOn: IsoDate | null;
}
