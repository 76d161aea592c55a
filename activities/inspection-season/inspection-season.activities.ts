import type { IsoDate } from '#domain/calendar/iso-date.js';
import type {
  ScheduledSeason,
  SeasonPage,
  SeasonPageAsked,
  SeasonToStart,
} from '#domain/annual-inspection/season-page.js';
import type { OpenReturns } from '#domain/annual-inspection/season.rule.js';
import type { CaseId } from '#domain/ids.js';

/** Where seasons and their returns are kept. */
export interface Seasons {
  /** Judges one page of the registry's organisations and creates the returns that are owed and not there yet, in one transaction. */
  openPage(asked: SeasonPageAsked): Promise<SeasonPage>;
  openReturns(seasonId: CaseId): Promise<OpenReturns>;
  /** Creates the season of a registry and year; null when somebody did before. */
  createScheduled(asked: ScheduledSeason): Promise<SeasonToStart | null>;
  /** Keeps the season's figures as of the end of a day, once; a repetition changes nothing. */
  freezeFigures(seasonId: CaseId, asOf: IsoDate, at: number): Promise<void>;
}

/** What a season asks of the world; idempotent by what it is asked. */
export const inspectionSeasonActivities = ({ seasons }: { readonly seasons: Seasons }) => ({
  openSeasonPage: (asked: SeasonPageAsked): Promise<SeasonPage> => seasons.openPage(asked),
  createScheduledSeason: (asked: ScheduledSeason): Promise<SeasonToStart | null> => seasons.createScheduled(asked),
  openReturnsOf: (seasonId: CaseId): Promise<OpenReturns> => seasons.openReturns(seasonId),
  freezeSeasonFigures: (seasonId: CaseId, asOf: IsoDate, at: number): Promise<void> =>
    seasons.freezeFigures(seasonId, asOf, at),
});

export type InspectionSeasonActivities = ReturnType<typeof inspectionSeasonActivities>;
