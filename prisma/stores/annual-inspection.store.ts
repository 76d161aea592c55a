import type { Pool } from 'pg';

import { type DutyGround, type DutyStanding } from '#domain/annual-inspection/base.rule.js';
import {
  type ConclusionProposal,
  deviatesFrom,
  proposeConclusion,
  type ReviewedConclusion,
} from '#domain/annual-inspection/conclusion.rule.js';
import type { InspectionConclusion } from '#domain/annual-inspection/consequence.js';
import { type CheckContext, checkReturn, type ReturnCheck } from '#domain/annual-inspection/return-checks.rule.js';
import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import type { Timeliness } from '#domain/annual-inspection/season-calendar.rule.js';
import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { DomainError, NotFound } from '#domain/errors.js';
import { conclusionOf, contextOf, findingsOf, returnFacts } from './annual-inspection/return-facts.js';

/** A return as its case has brought it about so far. */
export interface ReturnRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly seasonId: string;
  readonly organisationId: string;
  readonly inspectedYear: number;
  readonly due: IsoDate;
  readonly closes: IsoDate;
  readonly extendedTo: IsoDate | null;
  readonly firstFiledOn: IsoDate | null;
  readonly timeliness: Timeliness | null;
  readonly formVersion: number | null;
  readonly partySectionComplete: boolean;
  readonly findings: unknown;
  /** Of the Party section by the instructor; null where nobody is asked. */
  readonly partyConfirmation: 'ASKED' | 'CONFIRMED' | 'DISPUTED' | 'NOT_CONFIRMED' | null;
  readonly conclusion: InspectionConclusion | null;
  readonly concludedOn: IsoDate | null;
  readonly publishedOn: IsoDate | null;
  readonly talkNoticedOn: IsoDate | null;
  readonly talkFor: IsoDate | null;
  readonly talkHeldOn: IsoDate | null;
  readonly rectification: 'NONE' | 'PENDING' | 'IN_TIME' | 'LATE' | 'FAILED';
  readonly rectificationDue: IsoDate | null;
}

/** What the rules say of a return as it is now. */
export interface ExaminedReturn {
  readonly checks: readonly ReturnCheck[];
  readonly proposal: ConclusionProposal;
}

const day = (column: string): string => `to_char(r."${column}", 'YYYY-MM-DD') AS "${column}"`;

const COLUMNS = [
  ...['caseId', 'seasonId', 'organisationId', 'inspectedYear', 'timeliness', 'formVersion', 'partySectionComplete'],
  ...['findings', 'partyConfirmation', 'conclusion', 'rectification'],
]
  .map((name) => `r."${name}"`)
  .concat(['due', 'closes', 'extendedTo', 'firstFiledOn', 'concludedOn', 'publishedOn'].map(day))
  .concat(['talkNoticedOn', 'talkFor', 'talkHeldOn', 'rectificationDue'].map(day))
  .join(', ');

/** What the annual inspection asks of the tables about one return: for activities and the API alike. */
export function annualInspectionStore({ pool }: { readonly pool: Pool }) {
  const byCaseIds = async (caseIds: readonly string[]): Promise<readonly ReturnRow[]> => {
    const text = `SELECT ${COLUMNS}, k."caseNo" FROM "AnnualReturn" r JOIN "Case" k ON k."id" = r."caseId" WHERE r."caseId" = ANY($1::text[])`;
    return (await pool.query<ReturnRow>({ name: 'annual-returns', text, values: [caseIds] })).rows;
  };

  const byCaseId = async (caseId: string): Promise<ReturnRow | null> => (await byCaseIds([caseId]))[0] ?? null;

  const newestForms = async (caseIds: readonly string[]): Promise<ReadonlyMap<string, AnnualReturnForm>> => {
    const text = `SELECT DISTINCT ON ("caseId") "caseId", "data" FROM "CaseForm" WHERE "caseId" = ANY($1::text[]) ORDER BY "caseId", "version" DESC`;
    const { rows } = await pool.query<{ caseId: string; data: unknown }>({
      name: 'newest-forms',
      text,
      values: [caseIds],
    });
    return new Map(rows.map(({ caseId, data }) => [caseId, AnnualReturnForm.parse(data)]));
  };

  /** In three questions, however many they are. A return without a form is absent. */
  const examineMany = async (
    asked: readonly ReturnToExamine[],
    on: IsoDate,
  ): Promise<ReadonlyMap<string, ExaminedReturn>> => {
    const [forms, facts] = await Promise.all([
      newestForms(asked.map(({ row }) => row.caseId)),
      returnFacts(
        pool,
        asked.map(({ row }) => row),
      ),
    ]);
    return new Map(
      asked.flatMap(({ row, settings }) => {
        const form = forms.get(row.caseId);
        if (form === undefined) return [];
        const known = facts(row);
        const late = row.timeliness !== null && row.timeliness !== 'IN_TIME';
        const proposal = proposeConclusion(findingsOf(row, form, known, on), late, settings);
        return [[row.caseId, { checks: checkReturn(form, contextOf(known)), proposal }] as const];
      }),
    );
  };

  const examine = async (
    row: ReturnRow,
    on: IsoDate,
    settings: AnnualInspectionSettings,
  ): Promise<ExaminedReturn | null> => (await examineMany([{ row, settings }], on)).get(row.caseId) ?? null;

  return {
    byCaseId,
    byCaseIds,
    examine,
    examineMany,

    /** What the checks of a return compare it with. */
    checkContext: async (row: Filed): Promise<CheckContext> => contextOf((await returnFacts(pool, [row]))(row)),

    /** The conclusion that stands. Throws NOT_FOUND before there is one. */
    async standing(caseId: string): Promise<{ conclusion: InspectionConclusion }> {
      const conclusion = (await byCaseId(caseId))?.conclusion ?? null;
      if (conclusion === null) throw new NotFound('Conclusion');
      return { conclusion };
    },

    /** Holds a decision against what the rules propose now. Throws NOT_FOUND; a rule that says no is answered, not thrown. */
    async judge({ caseId, on, conclusion, settings }: JudgeRequest): Promise<JudgedConclusion> {
      const row = await byCaseId(caseId);
      if (row === null) throw new NotFound('Case');
      const examined = await examine(row, on, settings);
      if (examined === null) return { proposed: null, reasons: [], deviates: false, refusal: null };
      const { proposal } = examined;
      const judged = { proposed: proposal.conclusion, reasons: proposal.reasons.map(({ rule }) => rule) };
      try {
        return { ...judged, deviates: deviatesFrom(proposal, conclusion), refusal: null };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return { ...judged, deviates: true, refusal: error.refusal };
      }
    },

    /** Where an organisation stands in its registry's season of a year, and the case of its return; null without a season. */
    async placeOf(organisationId: string, inspectedYear: number): Promise<PlaceInSeason | null> {
      const { rows } = await pool.query<PlaceInSeason>(PLACE_SQL, [organisationId, inspectedYear]);
      return rows[0] ?? null;
    },

    /** The conclusions of an organisation, latest year first; a year without one is null, a year without a return is absent. */
    async conclusionsOf(
      organisationId: string,
    ): Promise<{ inspectedYear: number; conclusion: InspectionConclusion | null }[]> {
      const text = `SELECT "inspectedYear", "conclusion" FROM "AnnualReturn" WHERE "organisationId" = $1 ORDER BY "inspectedYear" DESC`;
      const { rows } = await pool.query<{ inspectedYear: number; conclusion: string | null }>(text, [organisationId]);
      return rows.map(({ inspectedYear, conclusion }) => ({ inspectedYear, conclusion: conclusionOf(conclusion) }));
    },
  };
}

/** Where an organisation stands in a season; `standing` is null while the season has not looked at it. */
export interface PlaceInSeason {
  readonly registryUnitId: string;
  readonly standing: DutyStanding | null;
  readonly ground: DutyGround;
  readonly baseDate: IsoDate;
  readonly caseNo: string | null;
}

const PLACE_SQL = `
SELECT s."registryUnitId", m."standing", m."ground", to_char(m."baseDate", 'YYYY-MM-DD') AS "baseDate", k."caseNo"
FROM "Season" s
LEFT JOIN "SeasonMember" m ON m."seasonId" = s."caseId" AND m."organisationId" = $1
LEFT JOIN "Case" k ON k."id" = m."caseId"
WHERE s."inspectedYear" = $2 AND s."key" IS NOT NULL
  AND (m."organisationId" IS NOT NULL OR s."registryUnitId" = (SELECT "registryUnitId" FROM "Organisation" WHERE "id" = $1))
ORDER BY m."caseId" NULLS LAST LIMIT 1`;

type Filed = Pick<ReturnRow, 'organisationId' | 'inspectedYear'>;

/** A return and the settings that its case keeps. */
interface ReturnToExamine {
  readonly row: ReturnRow;
  readonly settings: AnnualInspectionSettings;
}

interface JudgeRequest {
  readonly caseId: string;
  readonly on: IsoDate;
  readonly conclusion: ReviewedConclusion;
  readonly settings: AnnualInspectionSettings;
}

interface JudgedConclusion {
  readonly proposed: ReviewedConclusion | null;
  readonly reasons: readonly string[];
  readonly deviates: boolean;
  readonly refusal: DomainError['refusal'] | null;
}
