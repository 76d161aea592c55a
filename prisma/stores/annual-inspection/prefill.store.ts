import type { Pool } from 'pg';

import type { RegisterFacts } from '#domain/annual-inspection/prefill.rule.js';
import { INSPECTION_CONCLUSIONS } from '#domain/annual-inspection/consequence.js';
import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { POSTS } from '#domain/terms/organisation-terms.js';
import { PARTY_ORGANISATION_TYPES } from '#domain/terms/party-terms.js';
import { readTerm } from '#domain/terms/term.js';

/** Posts of leaders, in the order of their rank. */
const LEADERS = ['CHAIR', 'VICE_CHAIR', 'SECRETARY_GENERAL', 'EXECUTIVE_HEAD', 'LEGAL_REPRESENTATIVE', 'SUPERVISOR'];
const CHANGES: Readonly<Record<string, string>> = { RE_ELECTION: '理事会换届', POSTPONEMENT: '理事会延期换届' };

/** $1 organisation, $2 inspected year, $3 today, $4 leaders' posts. */
const REGISTER_SQL = `
SELECT to_char(o."councilTermStart", 'YYYY-MM-DD') AS "termStart", to_char(o."councilTermEnd", 'YYYY-MM-DD') AS "termEnd", o."charterPartyBuilding",
  coalesce((SELECT json_agg(json_build_object('personId', p."personId", 'post', p."post", 'inCouncil', p."inCouncil")
      ORDER BY array_position($4::text[], p."post"), p."personId") FROM "OrgPost" p
    WHERE p."organisationId" = o."id" AND p."post" = ANY($4::text[]) AND p."from" <= $3::date AND (p."to" IS NULL OR p."to" >= $3::date)), '[]') AS leaders,
  coalesce((SELECT json_agg(json_build_object('kind', t."kind", 'on', to_char(coalesce(t."heldOn", t."afterStart"), 'YYYY-MM-DD')) ORDER BY t."ordinal")
    FROM "CouncilTermChange" t WHERE t."organisationId" = o."id" AND extract(year FROM coalesce(t."heldOn", t."at")) = $2::int), '[]') AS changes,
  (SELECT json_build_object('id', p."id", 'type', p."type", 'replyDocNo', p."roster"->>'replyDocNo') FROM "PartyOrgCoverage" c
    JOIN "PartyOrganisation" p ON p."id" = c."partyOrgId" AND p."countsInCoverage" WHERE c."organisationId" = o."id" ORDER BY p."id" LIMIT 1) AS "partyOrg",
  (SELECT count(DISTINCT q."id")::int FROM "OrgPost" p JOIN "Person" q ON q."id" = p."personId" AND q."partyStatus" IN ('FULL', 'PROBATIONARY')
    WHERE p."organisationId" = o."id" AND p."from" <= $3::date AND (p."to" IS NULL OR p."to" >= $3::date)) AS members,
  (SELECT count(*)::int FROM "PartyRelation" r WHERE r."organisationId" = o."id" AND r."status" = 'TRANSFERRED') AS transferred,
  (SELECT json_build_object('activities', count(*)::int, 'personTimes', coalesce(sum(a."persons"), 0)::int,
      'lifeSessions', (count(*) FILTER (WHERE a."kind" = 'ORGANISATION_LIFE'))::int, 'themeDays', (count(*) FILTER (WHERE a."kind" = 'THEME_DAY'))::int)
    FROM "PartyActivity" a JOIN "PartyOrgCoverage" c ON c."partyOrgId" = a."partyOrgId"
    WHERE c."organisationId" = o."id" AND extract(year FROM a."heldOn") = $2::int) AS logged,
  (SELECT json_build_object('caseId', r."caseId", 'conclusion', r."conclusion",
      'form', (SELECT f."data" FROM "CaseForm" f WHERE f."caseId" = r."caseId" ORDER BY f."version" DESC LIMIT 1),
      'items', coalesce((SELECT json_agg(json_build_object('item', i."wanted", 'result', coalesce(i."result", ''), 'uploadId', i."evidenceUploadIds"[1])
          ORDER BY length(i."itemId"), i."itemId")
        FROM "RectificationItem" i WHERE i."rectificationId" = (SELECT x."id" FROM "Rectification" x WHERE x."caseId" = r."caseId" AND x."due" IS NOT NULL
          ORDER BY x."createdAt" DESC LIMIT 1)), '[]'))
    FROM "AnnualReturn" r WHERE r."organisationId" = o."id" AND r."inspectedYear" = $2::int - 1) AS last
FROM "Organisation" o WHERE o."id" = $1`;

interface RegisterRow {
  readonly termStart: string | null;
  readonly termEnd: string | null;
  readonly charterPartyBuilding: boolean;
  readonly leaders: readonly { readonly personId: string; readonly post: string; readonly inCouncil: boolean }[];
  readonly changes: readonly { readonly kind: string; readonly on: string }[];
  readonly partyOrg: { readonly type: string; readonly replyDocNo: string | null } | null;
  readonly members: number;
  readonly transferred: number;
  readonly logged: Omit<RegisterFacts['logged'], 'majorMatters'>;
  readonly last: {
    readonly conclusion: string | null;
    readonly form: unknown;
    readonly items: readonly { readonly item: string; readonly result: string; readonly uploadId: string | null }[];
  } | null;
}

/** What a return is begun with: last year's, and what the system holds of the organisation. */
export interface PrefillFacts {
  readonly last: AnnualReturnForm | null;
  readonly register: RegisterFacts;
}

/** Looks up what a return of an organisation and year can be begun with on a day (`YYYY-MM-DD`). null: no such organisation. */
export async function prefillFacts(
  { pool }: { readonly pool: Pool },
  { organisationId, inspectedYear }: { readonly organisationId: string; readonly inspectedYear: number },
  on: string,
): Promise<PrefillFacts | null> {
  const { rows } = await pool.query<RegisterRow>(REGISTER_SQL, [organisationId, inspectedYear, on, LEADERS]);
  const [row] = rows;
  if (row === undefined) return null;
  const last = AnnualReturnForm.safeParse(row.last?.form);
  return { last: last.success ? last.data : null, register: registerFacts(row) };
}

function registerFacts(row: RegisterRow): RegisterFacts {
  const term = (inCouncil: boolean) => ({
    ...(inCouncil && row.termStart !== null ? { termStart: row.termStart } : {}),
    ...(inCouncil && row.termEnd !== null ? { termEnd: row.termEnd } : {}),
  });
  return {
    leaders: row.leaders.map(({ personId, post, inCouncil }) => ({
      personId,
      post: readTerm(POSTS, post),
      ...term(inCouncil),
    })),
    councilTermEnd: row.termEnd,
    changes: row.changes.map(({ kind, on }) => `${on} ${CHANGES[kind] ?? kind}`),
    partyOrg:
      row.partyOrg === null
        ? null
        : {
            type: readTerm(PARTY_ORGANISATION_TYPES, row.partyOrg.type),
            ...(row.partyOrg.replyDocNo === null ? {} : { replyDocNo: row.partyOrg.replyDocNo }),
          },
    instructorPersonId: null,
    membersTotal: Math.max(row.members, row.transferred),
    membersTransferred: row.transferred,
    charterPartyBuilding: row.charterPartyBuilding,
    logged: { ...row.logged, majorMatters: 0 },
    threeOnes: { instructor: false, themeDay: false, materials: false },
    lastConclusion: INSPECTION_CONCLUSIONS.find((one) => one === row.last?.conclusion) ?? null,
    rectification: (row.last?.items ?? []).map(({ uploadId, ...item }) => ({
      ...item,
      ...(uploadId === null ? {} : { uploadId }),
    })),
  };
}
