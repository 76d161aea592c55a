import type { Pool } from 'pg';

import { namedShares } from '#domain/annual-inspection/named-shares.js';
import type { SeasonTally } from '#domain/annual-inspection/season-figures.js';
import type {
  ScheduledSeason,
  SeasonPage,
  SeasonPageAsked,
  SeasonToStart,
} from '#domain/annual-inspection/season-page.js';
import type { OpenReturns } from '#domain/annual-inspection/season.rule.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId } from '#domain/ids.js';
import { createScheduledSeason } from './inspection-season/scheduled-season.js';
import { openSeasonPage } from './inspection-season/open-page.js';
import { FREEZE_SQL, FROZEN_SQL } from './inspection-season/season-figures.sql.js';
import { seasonTally } from './inspection-season/season-tally.js';
import { sqlTime } from './record/sql-time.js';
import { inTransaction } from './record/transaction.js';

const NAMED_OPEN = 20;

const OPEN_RETURNS_SQL = `
SELECT count(*) OVER ()::int AS open, c."caseNo" FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId"
WHERE m."seasonId" = $1 AND c."closedAt" IS NULL ORDER BY c."caseNo" LIMIT $2`;

/** A figure as it was frozen; one with a reason corrects those before it of the same day and name. */
export interface FrozenFigure {
  readonly metric: string;
  readonly asOf: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly frozenAt: Date;
  readonly reason: string | null;
}

/** Under which scope a season's own figures are frozen. */
const scopeOf = (seasonId: string): string => `inspection-season/${seasonId}`;

/** Seasons as their workflows and figures need them. */
export function seasonStore({ pool }: { readonly pool: Pool }) {
  return {
    openPage: (asked: SeasonPageAsked): Promise<SeasonPage> => inTransaction(pool, (tx) => openSeasonPage(tx, asked)),

    /** The season of a registry and year, created now; null when there was one before. */
    createScheduled: (asked: ScheduledSeason): Promise<SeasonToStart | null> => createScheduledSeason(pool, asked),

    async openReturns(seasonId: CaseId): Promise<OpenReturns> {
      const values = [seasonId, NAMED_OPEN];
      const { rows } = await pool.query<{ open: number; caseNo: string }>(OPEN_RETURNS_SQL, values);
      return { open: rows[0]?.open ?? 0, caseNos: rows.map(({ caseNo }) => caseNo) };
    },

    tally: (seasonId: string): Promise<SeasonTally> => seasonTally(pool, seasonId),

    /** Keeps the figures of a season as of the end of a day; what is frozen for that day already stays. `at` is epoch ms. */
    async freezeFigures(seasonId: CaseId, asOf: IsoDate, at: number): Promise<void> {
      const scope = scopeOf(seasonId);
      const frozen = namedShares(await seasonTally(pool, seasonId)).map(([metric, { numerator, denominator }]) => ({
        id: `${scope}/${asOf}/${metric}`,
        ...{ metric, scope, asOf, numerator, denominator, frozenAt: sqlTime(at), reason: null },
      }));
      await pool.query(FREEZE_SQL, [JSON.stringify(frozen)]);
    },

    /** Adds a corrected figure beside the frozen one. `requestId` makes it once. */
    async correctFigure(
      { seasonId, asOf, metric, numerator, denominator, reason, requestId }: CorrectedFigure,
      at: number,
    ): Promise<void> {
      const scope = scopeOf(seasonId);
      const id = `${scope}/${asOf}/${metric}/${requestId}`;
      const row = { id, metric, scope, asOf, numerator, denominator, frozenAt: sqlTime(at), reason };
      await pool.query(FREEZE_SQL, [JSON.stringify([row])]);
    },

    /** What was frozen, day by day; `asOf` null: every day. */
    async frozen(seasonId: string, asOf: string | null): Promise<FrozenFigure[]> {
      return (await pool.query<FrozenFigure>(FROZEN_SQL, [scopeOf(seasonId), asOf])).rows;
    },
  };
}

/** A figure that was frozen wrongly, as it is right. */
export interface CorrectedFigure {
  readonly seasonId: string;
  readonly asOf: string;
  readonly metric: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly reason: string;
  readonly requestId: string;
}
