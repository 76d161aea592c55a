import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { asId } from '#domain/ids.js';
import type { CaseId, OrganisationId, PartyOrgId, PersonId, UserId } from '#domain/ids.js';
import type { CouncilTerm } from '#domain/organisation/council-term.rule.js';
import type { CouncilFacts, MemberFacts } from '#domain/organisation/facts.js';
import { LEGAL_STATUS, POSTS } from '#domain/terms/organisation-terms.js';
import { PARTY_MEMBER_STATUS, RELATION_STATUS } from '#domain/terms/party-terms.js';
import { readTerm, slugs } from '#domain/terms/term.js';
import type { Database } from '../client.js';

/** Temporary Party organisations that are over no longer stand in the way of a new one (specification M01, state table). */
const OVER = ['RENEWED', 'CONVERTED', 'REVOKED', 'EXPIRED'];
const MATTER = 'temp-party-org';

const MEMBERS = `
  SELECT p.id AS "personId", p.name, p."partyStatus" AS status, to_char(p."fullSince", 'YYYY-MM-DD') AS "fullSince",
         r.status AS "relationStatus", p."homePartyOrgId", h.name AS "homePartyOrgName", seat.post AS "councilPost", u.id AS "userId"
    FROM "Person" p
    LEFT JOIN "PartyRelation" r ON r."personId" = p.id AND r."organisationId" = $1
    LEFT JOIN "PartyOrganisation" h ON h.id = p."homePartyOrgId"
    LEFT JOIN LATERAL (
      SELECT o.post FROM "OrgPost" o
       WHERE o."personId" = p.id AND o."organisationId" = $1 AND o."inCouncil" AND o."from" <= $2::date AND (o."to" IS NULL OR o."to" >= $2::date)
       ORDER BY array_position($4::text[], o.post) LIMIT 1
    ) seat ON true
    LEFT JOIN LATERAL (
      SELECT id FROM "User" WHERE "personId" = p.id AND "disabledAt" IS NULL ORDER BY "createdAt", id LIMIT 1
    ) u ON true
   WHERE p.id IN (
           SELECT "personId" FROM "OrgPost"
            WHERE "organisationId" = $1 AND "from" <= $2::date AND ("to" IS NULL OR "to" >= $2::date)
         ) OR p.id = ANY($3::text[])
   ORDER BY array_position($4::text[], seat.post), p.id`;

const COUNCIL = `
  SELECT o.name, o."legalStatus", to_char(o."councilTermStart", 'YYYY-MM-DD') AS "termStart",
         to_char(o."councilTermEnd", 'YYYY-MM-DD') AS "termEnd", o."councilSize" AS size,
         COALESCE((SELECT json_agg(t) FROM (
           SELECT party.id AS "partyOrgId", party."caseId", party.status
             FROM "PartyOrgCoverage" c JOIN "PartyOrganisation" party ON party.id = c."partyOrgId"
            WHERE c."organisationId" = o.id AND party.temporary AND NOT party.status = ANY($3::text[])
              AND ($2::text IS NULL OR party."caseId" IS DISTINCT FROM $2)
           UNION ALL
           SELECT NULL, k.id, k.state FROM "Case" k
            WHERE k."organisationId" = o.id AND k.matter = $4 AND k."closedAt" IS NULL AND ($2::text IS NULL OR k.id <> $2)
              AND NOT EXISTS (SELECT 1 FROM "PartyOrganisation" party WHERE party."caseId" = k.id)
         ) t), '[]') AS "temporaryOrganisations"
    FROM "Organisation" o WHERE o.id = $1`;

/** What the eligibility rules of M01 ask, one query each, so that a re-check inside a running case is cheap. */
export function eligibilityFactsStore({ pool }: Database) {
  return {
    /**
     * Everybody with a post in the organisation on that day, and whoever is `listed` in an application although they hold none any more.
     * Council members come first, by rank.
     */
    async memberFacts(organisationId: string, today: IsoDate, listed: readonly string[] = []): Promise<MemberFacts[]> {
      const values = [organisationId, today, [...listed], slugs(POSTS)];
      const { rows } = await pool.query<MemberRow>({ name: 'member-facts', text: MEMBERS, values });
      return rows.map(memberOf);
    },

    /** Null when there is no such organisation. `exceptCaseId`: the case that asks, which does not stand in its own way. */
    async councilFacts(organisationId: string, exceptCaseId: string | null): Promise<CouncilFacts | null> {
      const values = [organisationId, exceptCaseId, OVER, MATTER];
      const { rows } = await pool.query<CouncilRow>({ name: 'council-facts', text: COUNCIL, values });
      const [row] = rows;
      return row === undefined ? null : councilOf(organisationId, row);
    },
  };
}

interface MemberRow {
  readonly personId: string;
  readonly name: string;
  readonly status: string | null;
  readonly fullSince: string | null;
  readonly relationStatus: string | null;
  readonly homePartyOrgId: string | null;
  readonly homePartyOrgName: string | null;
  readonly councilPost: string | null;
  readonly userId: string | null;
}

function memberOf(row: MemberRow): MemberFacts {
  return {
    personId: asId<PersonId>(row.personId),
    name: row.name,
    status: row.status === null ? null : readTerm(PARTY_MEMBER_STATUS, row.status),
    fullSince: row.fullSince === null ? null : parseIsoDate(row.fullSince),
    relationStatus: row.relationStatus === null ? null : readTerm(RELATION_STATUS, row.relationStatus),
    homePartyOrgId: row.homePartyOrgId === null ? null : asId<PartyOrgId>(row.homePartyOrgId),
    homePartyOrgName: row.homePartyOrgName,
    inCouncil: row.councilPost !== null,
    councilPost: row.councilPost === null ? null : readTerm(POSTS, row.councilPost),
    userId: row.userId === null ? null : asId<UserId>(row.userId),
  };
}

interface CouncilRow {
  readonly name: string;
  readonly legalStatus: string;
  readonly termStart: string | null;
  readonly termEnd: string | null;
  readonly size: number | null;
  readonly temporaryOrganisations: readonly { partyOrgId: string | null; caseId: string | null; status: string }[];
}

function councilOf(organisationId: string, row: CouncilRow): CouncilFacts {
  return {
    organisationId: asId<OrganisationId>(organisationId),
    name: row.name,
    legalStatus: readTerm(LEGAL_STATUS, row.legalStatus),
    term: termOf(row),
    size: row.size,
    temporaryOrganisations: row.temporaryOrganisations.map(({ partyOrgId, caseId, status }) => ({
      partyOrgId: partyOrgId === null ? null : asId<PartyOrgId>(partyOrgId),
      caseId: caseId === null ? null : asId<CaseId>(caseId),
      status,
    })),
  };
}

function termOf({ termStart, termEnd }: CouncilRow): CouncilTerm | null {
  return termStart === null || termEnd === null ? null : { start: parseIsoDate(termStart), end: parseIsoDate(termEnd) };
}
