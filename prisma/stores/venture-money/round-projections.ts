import { z } from 'zod';

import type { Projection, Projections } from '../record.store.js';
import { sqlTime } from '../record/sql-time.js';

const OfPlan = z.looseObject({ no: z.int() });
const Stands = z.looseObject({ no: z.int(), except: z.array(z.string()).default([]), only: z.string().optional() });
const Upheld = z.looseObject({ upheld: z.array(z.tuple([z.string(), z.enum(['OUT', 'AGAIN'])])), rerank: z.boolean() });

/** 拟资助名单: what the plan says of every project that it ranks; what stood before stays as it is. */
const propose: Projection = async (tx, roundId, at, data) => {
  const { no } = OfPlan.parse(data);
  const time = sqlTime(at);
  await tx.query('UPDATE "AwardPlan" SET "proposedAt" = $3 WHERE "roundId" = $1 AND "no" = $2', [roundId, no, time]);
  await tx.query(
    `INSERT INTO "Award" ("projectId", "roundId", "planNo", "noticeNo", "class", "rank", "outcome", "why", "fen", "bySource", "updatedAt")
     SELECT x."projectId", $1, $2, $2, x."class", x."rank", x."outcome", x."why", COALESCE(x."fen", 0), COALESCE(x."bySource", '[]'), $3
       FROM "AwardPlan" p, LATERAL (
         SELECT e->>'projectId' AS "projectId", e->>'class' AS "class", (e->>'rank')::int AS "rank", 'PROPOSED' AS "outcome", NULL AS "why",
                (e->>'fen')::bigint AS "fen", e->'bySource' AS "bySource"
           FROM jsonb_array_elements(p."plan"->'awards') e WHERE NOT p."plan"->'standing' ? (e->>'projectId')
         UNION ALL SELECT e->>'projectId', e->>'class', (e->>'rank')::int, 'RESERVE', e->>'why', NULL, NULL FROM jsonb_array_elements(p."plan"->'reserve') e
         UNION ALL SELECT e->>'projectId', e->>'class', (e->>'rank')::int, 'NOT_FUNDED', e->>'why', NULL, NULL FROM jsonb_array_elements(p."plan"->'notFunded') e
       ) x WHERE p."roundId" = $1 AND p."no" = $2
     ON CONFLICT ("projectId") DO UPDATE SET "planNo" = EXCLUDED."planNo", "noticeNo" = EXCLUDED."noticeNo", "class" = EXCLUDED."class", "rank" = EXCLUDED."rank",
       "outcome" = EXCLUDED."outcome", "why" = EXCLUDED."why", "fen" = EXCLUDED."fen", "bySource" = EXCLUDED."bySource", "updatedAt" = EXCLUDED."updatedAt"`,
    [roundId, no, time],
  );
  // Their places are given to others with this plan.
  await tx.query(
    `UPDATE "Award" a SET "why" = 'REPLACED' FROM "AwardPlan" p
      WHERE p."roundId" = $1 AND p."no" = $2 AND a."roundId" = $1 AND a."why" IS NULL AND a."outcome" IN ('DECLINED', 'OUT')
        AND p."plan"->'excluded' ? a."projectId"`,
    [roundId, no],
  );
};

/** What nobody objected to, or objected to wrongly, is awarded. */
const stand: Projection = async (tx, roundId, at, data) => {
  const { no, except, only } = Stands.parse(data);
  await tx.query(
    `WITH stands AS (
       UPDATE "Award" SET "outcome" = 'FUNDED', "updatedAt" = $5
        WHERE "roundId" = $1 AND "planNo" = $2 AND "outcome" = 'PROPOSED' AND NOT "projectId" = ANY($3::text[]) AND ($4::text IS NULL OR "projectId" = $4)
       RETURNING "projectId", "fen", "bySource")
     UPDATE "Project" p SET "awardedFen" = s."fen", "awards" = s."bySource" FROM stands s WHERE p."caseId" = s."projectId"`,
    [roundId, no, except, only ?? null, sqlTime(at)],
  );
};

/** An objection was right: its project is out, or looked at again; whoever got nothing is ranked again with it. */
const uphold: Projection = async (tx, roundId, at, data) => {
  const { upheld, rerank } = Upheld.parse(data);
  for (const [projectId, remedy] of upheld)
    await tx.query(
      'UPDATE "Award" SET "outcome" = $3, "why" = NULL, "fen" = 0, "bySource" = \'[]\', "updatedAt" = $4 WHERE "roundId" = $1 AND "projectId" = $2',
      [roundId, projectId, remedy, sqlTime(at)],
    );
  if (!rerank) return;
  const text = `UPDATE "Award" SET "outcome" = 'AGAIN', "updatedAt" = $2 WHERE "roundId" = $1 AND "outcome" IN ('RESERVE', 'NOT_FUNDED')`;
  await tx.query(text, [roundId, sqlTime(at)]);
};

/** The tables of a round's awards that a record shows in its own transaction. */
export const ROUND_AWARD_PROJECTIONS: Projections = {
  'venture-round/proposed': propose,
  'venture-round/stands': stand,
  'venture-round/objection-upheld': uphold,
  // Its day is the ledger's; no other table shows it.
  'venture-round/showcase': () => Promise.resolve(),
};
