import type { IsoDate } from '#domain/calendar/iso-date.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { readTerm } from '#domain/terms/term.js';
import { LEGAL_STATUS } from '#domain/terms/organisation-terms.js';
import { INSPECTION_CONCLUSIONS } from '#domain/annual-inspection/consequence.js';
import type { ScreeningFacts } from '#domain/venture-round/screening.rule.js';
import type { Tx } from '../record/transaction.js';

/** What of a project its machine checks depend on, beside the tables. `projectId` null: it is about to be submitted. */
export interface ScreenedProject {
  readonly projectId: string | null;
  readonly roundId: string;
  readonly organisationId: string;
  readonly key: string;
  readonly hasCarrier: boolean;
  readonly siteDivision: string;
  readonly roundDivision: string;
  readonly mostPerOrganisation: number;
  readonly on: IsoDate;
}

interface Facts {
  readonly legalStatus: string;
  readonly conclusion: string | null;
  readonly listedNow: readonly string[];
  readonly leftAbnormal: string | null;
  readonly leftSerious: string | null;
  readonly violation: string | null;
  readonly breach: string | null;
  readonly standing: number;
  readonly same: number;
  readonly paid: number;
}

const FACTS_SQL = `
SELECT o."legalStatus",
  (SELECT "conclusion" FROM "AnnualReturn" WHERE "organisationId" = o."id" AND "publishedOn" IS NOT NULL
    ORDER BY "inspectedYear" DESC LIMIT 1) AS conclusion,
  ARRAY(SELECT DISTINCT "list" FROM "CreditListing" WHERE "organisationId" = o."id" AND "from" <= $2::date AND ("to" IS NULL OR "to" > $2::date)) AS "listedNow",
  (SELECT max("to")::text FROM "CreditListing" WHERE "organisationId" = o."id" AND "list" = 'ABNORMAL' AND "to" <= $2::date) AS "leftAbnormal",
  (SELECT max("to")::text FROM "CreditListing" WHERE "organisationId" = o."id" AND "list" = 'SERIOUS' AND "to" <= $2::date) AS "leftSerious",
  (SELECT max("from")::text FROM "CreditListing" WHERE "organisationId" = o."id" AND "list" = 'VIOLATION' AND "from" <= $2::date) AS violation,
  (SELECT max("from")::text FROM "BarredApplicant" WHERE "organisationId" = o."id" AND "from" <= $2::date) AS breach,
  (SELECT count(*)::int FROM "Project" WHERE "roundId" = $3 AND "organisationId" = o."id" AND "standingKey" IS NOT NULL
     AND "caseId" IS DISTINCT FROM $4) AS standing,
  (SELECT count(*)::int FROM "Project" WHERE "roundId" = $3 AND "standingKey" = $5 AND "caseId" IS DISTINCT FROM $4) AS same,
  (SELECT count(DISTINCT p."caseId")::int FROM "Project" p JOIN "PaymentOrder" m ON m."projectId" = p."caseId"
    WHERE p."organisationId" = o."id" AND m."source" <> 'ENTERPRISE_ADOPTION' AND p."titleKey" = $5 AND p."caseId" IS DISTINCT FROM $4) AS paid
FROM "Organisation" o WHERE o."id" = $1`;

/** The facts of the machine checks on a day. Of an inspection counts what was published; without one the conclusion is null. */
export async function screeningFacts(tx: Tx, asked: ScreenedProject): Promise<ScreeningFacts> {
  const { on, projectId, roundId, organisationId, key } = asked;
  const { rows } = await tx.query<Facts>(FACTS_SQL, [organisationId, on, roundId, projectId, key]);
  const [facts] = rows;
  if (facts === undefined) throw new Error(`no organisation ${organisationId}`);
  return {
    today: on,
    legalStatus: readTerm(LEGAL_STATUS, facts.legalStatus),
    hasCarrier: asked.hasCarrier,
    lastConclusion: INSPECTION_CONCLUSIONS.find((one) => one === facts.conclusion) ?? null,
    onAbnormalList: facts.listedNow.includes('ABNORMAL'),
    leftAbnormalListOn: day(facts.leftAbnormal),
    onSeriousList: facts.listedNow.includes('SERIOUS'),
    leftSeriousListOn: day(facts.leftSerious),
    seriousViolationOn: day(facts.violation),
    breachOn: day(facts.breach),
    siteDivision: asked.siteDivision,
    roundDivision: asked.roundDivision,
    projectsOfOrganisation: facts.standing + 1,
    mostPerOrganisation: asked.mostPerOrganisation,
    sameInRound: facts.same,
    paidBefore: facts.paid,
  };
}

const day = (text: string | null): IsoDate | null => (text === null ? null : parseIsoDate(text));
