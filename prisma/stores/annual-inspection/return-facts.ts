import type { Pool } from 'pg';
import { z } from 'zod';

import { isFoundationOrCharity } from '#domain/annual-inspection/base.rule.js';
import { NO_FINDINGS, type ReviewFindings } from '#domain/annual-inspection/conclusion.rule.js';
import { INSPECTION_CONCLUSIONS, type InspectionConclusion } from '#domain/annual-inspection/consequence.js';
import type { CheckContext } from '#domain/annual-inspection/return-checks.rule.js';
import type { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { NotFound } from '#domain/errors.js';
import { ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { readTerm } from '#domain/terms/term.js';

/** $1 organisations, $2 the year of each. */
const FACTS_SQL = `
SELECT o."id" AS "organisationId", q."inspectedYear", o."type", (o."charity" OR o."subtype" = 'CHARITY') AS charity, to_char(o."councilTermEnd", 'YYYY-MM-DD') AS "councilTermEnd",
  (SELECT count(*)::int FROM "PartyRelation" r WHERE r."organisationId" = o."id" AND r."status" = 'TRANSFERRED') AS transferred,
  (SELECT count(*)::int FROM "PartyRelation" r WHERE r."organisationId" = o."id") AS relations,
  (SELECT count(*)::int FROM "PartyRelation" r JOIN "Person" p ON p."id" = r."personId" AND p."partyStatus" = 'FULL'
    WHERE r."organisationId" = o."id" AND r."status" = 'TRANSFERRED') AS "transferredFull",
  EXISTS (SELECT FROM "PartyOrgCoverage" c JOIN "PartyOrganisation" p ON p."id" = c."partyOrgId" AND p."countsInCoverage"
    WHERE c."organisationId" = o."id") AS "hasPartyOrganisation",
  (SELECT a."conclusion" FROM "AnnualReturn" a WHERE a."organisationId" = o."id" AND a."inspectedYear" = q."inspectedYear" - 1) AS "lastConclusion"
FROM unnest($1::text[], $2::int[]) AS q("organisationId", "inspectedYear") JOIN "Organisation" o ON o."id" = q."organisationId"`;

/** What the tables say of an organisation when its return is judged. */
export interface ReturnFacts {
  readonly organisationId: string;
  readonly inspectedYear: number;
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

/** Whose return of which year. */
interface OfReturn {
  readonly organisationId: string;
  readonly inspectedYear: number;
}

/** What the tables say of the organisations of some returns, in one question. The answer throws NOT_FOUND for one that is none. */
export async function returnFacts(pool: Pool, returns: readonly OfReturn[]): Promise<(of: OfReturn) => ReturnFacts> {
  const values = [
    returns.map(({ organisationId }) => organisationId),
    returns.map(({ inspectedYear }) => inspectedYear),
  ];
  const { rows } = await pool.query<ReturnFacts>({ name: 'annual-returns-facts', text: FACTS_SQL, values });
  const key = ({ organisationId, inspectedYear }: OfReturn): string => `${inspectedYear} ${organisationId}`;
  const found = new Map(rows.map((row) => [key(row), row]));
  return (of) => {
    const facts = found.get(key(of));
    if (facts === undefined) throw new NotFound('Organisation');
    return facts;
  };
}

/** A stored conclusion; null for none. */
export const conclusionOf = (text: string | null): InspectionConclusion | null =>
  INSPECTION_CONCLUSIONS.find((one) => one === text) ?? null;

/** What the checks of a return compare it with. */
export function contextOf({ type, charity, lastConclusion, transferred, relations }: ReturnFacts): CheckContext {
  return {
    lastConclusion: conclusionOf(lastConclusion),
    foundation: isFoundationOrCharity({ type: readTerm(ORGANISATION_TYPES, type), charity }),
    recordedTransferred: relations === 0 ? null : transferred,
  };
}

/** What the officers noted, with what the system knows itself: terms, members, Party organisation. */
export function findingsOf(
  { findings }: { readonly findings: unknown },
  form: AnnualReturnForm,
  facts: ReturnFacts,
  on: IsoDate,
): ReviewFindings {
  const noted = Noted.safeParse(findings);
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
