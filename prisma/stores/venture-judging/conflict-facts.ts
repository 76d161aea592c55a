import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { POSTS } from '#domain/terms/organisation-terms.js';
import { readTerm } from '#domain/terms/term.js';
import type { ConflictGround, JudgeFacts, ProjectSide } from '#domain/venture-round/conflict.rule.js';
import { judgeConflicts } from '#domain/venture-round/conflict.rule.js';
import type { Tx } from '../record/transaction.js';

/** A judge who may not score a project, and why. */
export interface FoundConflict {
  readonly judgeId: string;
  readonly projectId: string;
  readonly grounds: readonly ConflictGround[];
}

interface JudgeRow {
  readonly judgeId: string;
  readonly personId: string | null;
  readonly employerId: string | null;
  readonly evaluated: readonly string[];
  readonly declared: readonly string[];
  readonly posts: readonly { organisationId: string; post: string; from: string; to: string | null }[];
}

const JUDGES = `SELECT j."id" AS "judgeId", j."personId", j."employerId", j."evaluatedOrganisationIds" || ARRAY(SELECT p."organisationId" FROM "ProjectEvaluation" e
      JOIN "Project" p ON p."caseId" = e."projectId" WHERE e."evaluatorUserId" = j."userId") AS evaluated,
    coalesce((SELECT json_agg(DISTINCT c."projectId") FROM "JudgeConflict" c
      WHERE c."judgeId" = j."id" AND c."roundId" = $1 AND c."ground" = 'DECLARED'), '[]') AS declared,
    coalesce((SELECT json_agg(json_build_object('organisationId', o."organisationId", 'post', o."post", 'from', o."from", 'to', o."to"))
      FROM "OrgPost" o WHERE o."personId" = j."personId"), '[]') AS posts
  FROM "Judge" j WHERE j."id" = ANY($2::text[]) ORDER BY j."id"`;

const SIDES = `SELECT p."caseId" AS "projectId", p."organisationId", f."data"->>'carrierId' AS "carrierId",
    ARRAY(SELECT DISTINCT person FROM (
      SELECT f."data"->'leader'->>'personId' AS person
      UNION SELECT member->>'personId' FROM jsonb_array_elements(coalesce(f."data"->'team', '[]')) AS member
      UNION SELECT o."personId" FROM "OrgPost" o WHERE o."inCouncil" AND o."organisationId" IN (p."organisationId", f."data"->>'carrierId')
        AND o."from" <= $2::date AND (o."to" IS NULL OR o."to" >= $2::date)
    ) people WHERE person IS NOT NULL) AS "personIds",
    ARRAY(SELECT a."sponsorId" FROM "Adoption" a WHERE a."projectId" = p."caseId" AND a."status" <> 'CANCELLED') AS "sponsorIds"
  FROM "Project" p JOIN LATERAL (
    SELECT "data" FROM "CaseForm" WHERE "caseId" = p."caseId" ORDER BY "version" DESC LIMIT 1) f ON true
  WHERE p."roundId" = $1 AND ($3::text IS NULL OR p."caseId" = $3::text)`;

/** Every conflict of interest between these judges and the projects of a round, or one of them, declared or detected. */
export async function conflictsOf(
  db: Tx,
  roundId: string,
  judgeIds: readonly string[],
  when: { readonly today: IsoDate; readonly recusalYears: number },
  projectId: string | null = null,
): Promise<FoundConflict[]> {
  const judges = (await db.query<JudgeRow>({ name: 'conflict-judges', text: JUDGES, values: [roundId, judgeIds] }))
    .rows;
  const sides = (
    await db.query<ProjectSide>({ name: 'conflict-sides', text: SIDES, values: [roundId, when.today, projectId] })
  ).rows;
  return judges.flatMap((judge) => {
    const facts = factsOf(judge);
    return sides.flatMap((side) => {
      const grounds = judgeConflicts(facts, side, when);
      return grounds.length === 0 ? [] : [{ judgeId: facts.judgeId, projectId: side.projectId, grounds }];
    });
  });
}

const factsOf = ({ judgeId, personId, employerId, evaluated, declared, posts }: JudgeRow): JudgeFacts => ({
  judgeId,
  // A judge whom our records do not know as a person shares none with a project.
  personId: personId ?? `judge:${judgeId}`,
  employerId,
  posts: posts.map(({ organisationId, post, from, to }) => ({
    organisationId,
    post: readTerm(POSTS, post),
    from: parseIsoDate(from),
    to: to === null ? null : parseIsoDate(to),
  })),
  declaredProjectIds: declared,
  evaluatedOrganisationIds: evaluated,
});
