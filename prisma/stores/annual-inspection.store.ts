import type { Pool } from 'pg';
import { z } from 'zod';

import { type DutyGround, type DutyStanding, isFoundationOrCharity } from '#domain/annual-inspection/base.rule.js';
import {
  type ConclusionProposal,
  deviatesFrom,
  NO_FINDINGS,
  proposeConclusion,
  type ReviewFindings,
  type ReviewedConclusion,
} from '#domain/annual-inspection/conclusion.rule.js';
import { INSPECTION_CONCLUSIONS, type InspectionConclusion } from '#domain/annual-inspection/consequence.js';
import { type CheckContext, checkReturn, type ReturnCheck } from '#domain/annual-inspection/return-checks.rule.js';
import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import type { Timeliness } from '#domain/annual-inspection/season-calendar.rule.js';
import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import { type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { DomainError, NotFound } from '#domain/errors.js';
import { ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { readTerm } from '#domain/terms/term.js';

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
  ...['findings', 'conclusion', 'rectification'],
]
  .map((name) => `r."${name}"`)
  .concat(['due', 'closes', 'extendedTo', 'firstFiledOn', 'concludedOn', 'publishedOn'].map(day))
  .concat(['talkNoticedOn', 'talkFor', 'talkHeldOn', 'rectificationDue'].map(day))
  .join(', ');

const FACTS_SQL = `
SELECT o."type", (o."charity" OR o."subtype" = 'CHARITY') AS charity, to_char(o."councilTermEnd", 'YYYY-MM-DD') AS "councilTermEnd",
  (SELECT count(*)::int FROM "PartyRelation" r WHERE r."organisationId" = o."id" AND r."status" = 'TRANSFERRED') AS transferred,
  (SELECT count(*)::int FROM "PartyRelation" r WHERE r."organisationId" = o."id") AS relations,
  (SELECT count(*)::int FROM "PartyRelation" r JOIN "Person" p ON p."id" = r."personId" AND p."partyStatus" = 'FULL'
    WHERE r."organisationId" = o."id" AND r."status" = 'TRANSFERRED') AS "transferredFull",
  EXISTS (SELECT FROM "PartyOrgCoverage" c JOIN "PartyOrganisation" p ON p."id" = c."partyOrgId" AND p."countsInCoverage"
    WHERE c."organisationId" = o."id") AS "hasPartyOrganisation",
  (SELECT a."conclusion" FROM "AnnualReturn" a WHERE a."organisationId" = o."id" AND a."inspectedYear" = $2::int - 1) AS "lastConclusion"
FROM "Organisation" o WHERE o."id" = $1`;

interface FactsRow {
  readonly type: string;
  readonly charity: boolean;
  readonly councilTermEnd: string | null;
  readonly transferred: number;
  readonly relations: number;
  readonly transferredFull: number;
  readonly hasPartyOrganisation: boolean;
  readonly lastConclusion: string | null;
}

const Noted = z.object({
  illegalActivity: z.boolean(),
  assetMisuse: z.boolean(),
  inspectionRefused: z.boolean(),
  minorFinanceDefects: z.boolean(),
});

/** What the annual inspection asks of the tables about one return: for activities and the API alike. */
export function annualInspectionStore({ pool }: { readonly pool: Pool }) {
  const byCaseId = async (caseId: string): Promise<ReturnRow | null> => {
    const text = `SELECT ${COLUMNS}, k."caseNo" FROM "AnnualReturn" r JOIN "Case" k ON k."id" = r."caseId" WHERE r."caseId" = $1`;
    const { rows } = await pool.query<ReturnRow>({ name: 'annual-return', text, values: [caseId] });
    return rows[0] ?? null;
  };

  const factsOf = async ({ organisationId, inspectedYear }: Filed): Promise<FactsRow> => {
    const values = [organisationId, inspectedYear];
    const [row] = (await pool.query<FactsRow>({ name: 'annual-return-facts', text: FACTS_SQL, values })).rows;
    if (row === undefined) throw new NotFound('Organisation');
    return row;
  };

  const newestForm = async (caseId: string): Promise<AnnualReturnForm | null> => {
    const text = 'SELECT "data" FROM "CaseForm" WHERE "caseId" = $1 ORDER BY "version" DESC LIMIT 1';
    const { rows } = await pool.query<{ data: unknown }>({ name: 'newest-form', text, values: [caseId] });
    return rows[0] === undefined ? null : AnnualReturnForm.parse(rows[0].data);
  };

  const examine = async (
    row: ReturnRow,
    on: IsoDate,
    settings: AnnualInspectionSettings,
  ): Promise<ExaminedReturn | null> => {
    const form = await newestForm(row.caseId);
    if (form === null) return null;
    const facts = await factsOf(row);
    const late = row.timeliness !== null && row.timeliness !== 'IN_TIME';
    return {
      checks: checkReturn(form, contextOf(facts)),
      proposal: proposeConclusion(findingsOf(row, form, facts, on), late, settings),
    };
  };

  return {
    byCaseId,
    newestForm,
    examine,

    /** What the checks of a return compare it with. */
    checkContext: async (row: Filed): Promise<CheckContext> => contextOf(await factsOf(row)),

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

const conclusionOf = (text: string | null): InspectionConclusion | null =>
  INSPECTION_CONCLUSIONS.find((one) => one === text) ?? null;

function contextOf({ type, charity, lastConclusion, transferred, relations }: FactsRow): CheckContext {
  return {
    lastConclusion: conclusionOf(lastConclusion),
    foundation: isFoundationOrCharity({ type: readTerm(ORGANISATION_TYPES, type), charity }),
    recordedTransferred: relations === 0 ? null : transferred,
  };
}

/** What the officers noted, with what the system knows itself: terms, members, Party organisation. */
function findingsOf(row: ReturnRow, form: AnnualReturnForm, facts: FactsRow, on: IsoDate): ReviewFindings {
  const noted = Noted.safeParse(row.findings);
  const { councilTermEnd } = facts;
  return {
    ...NO_FINDINGS,
    ...(noted.success ? noted.data : {}),
    lateReElection: councilTermEnd !== null && parseIsoDate(councilTermEnd) < on,
    partySectionMissing: form.partyBuilding === undefined,
    transferredFullMembers: facts.transferredFull,
    hasPartyOrganisation: facts.hasPartyOrganisation,
  };
}
