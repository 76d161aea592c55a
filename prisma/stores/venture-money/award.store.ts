import { createHash } from 'node:crypto';

import { DomainError, type Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import {
  type Award,
  type AwardPlan,
  type AwardProject,
  type SourceAmount,
  walkAwards,
} from '#domain/venture-round/award.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { AgreementStanding, AwardOutcome, PlannedAwards, PlanRequest } from '#domain/venture-round/money-facts.js';
import { assertAwards, assertTiesDecided } from '#domain/venture-round/proposed-awards.rule.js';
import type { ProjectState } from '#domain/venture-round/states.js';
import type { Database } from '../../client.js';
import { rankingStore } from '../venture-judging/ranking.store.js';
import { roundOf } from '../venture-round/round-row.js';

/** A plan as it would be proposed now. `excluded`: who is out of it for good. */
export interface DrawnPlan {
  readonly rankingSeq: number;
  readonly plan: AwardPlan;
  readonly excluded: readonly string[];
  readonly standing: readonly string[];
  readonly hash: string;
  readonly refusal: Refusal | null;
}

interface Candidate extends AwardProject {
  readonly state: ProjectState;
  readonly outcome: AwardOutcome | null;
  readonly rank: number | null;
  readonly fen: number | null;
  readonly bySource: readonly SourceAmount[] | null;
}

/** States in which an award that was published stands. */
const STANDING: readonly ProjectState[] = ['PROPOSED', 'FUNDED', 'CONTRACTED', 'EXECUTING', 'COMPLETED'];
/** States from which a project may be proposed; one that was ranked is still SHORTLISTED until its own case has heard of it. */
const PROPOSABLE: readonly ProjectState[] = ['SHORTLISTED', 'SCORED', 'PROPOSED', 'RESERVE', 'NOT_FUNDED'];

const CANDIDATES = `SELECT p."caseId" AS "projectId", p."class", p."themes", p."requestedFen"::float8 AS "requestedFen",
    p."totalFen"::float8 AS "totalFen", k."state", a."outcome", a."rank", a."fen"::float8 AS "fen", a."bySource"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" LEFT JOIN "Award" a ON a."projectId" = p."caseId"
 WHERE p."roundId" = $1 ORDER BY p."caseId"`;

const STANDING_SQL = `SELECT
    (SELECT count(*)::int FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" LEFT JOIN "Award" a ON a."projectId" = p."caseId"
      WHERE p."roundId" = $1 AND (k."state" IN ('PROPOSED', 'FUNDED')
        OR (a."outcome" IN ('PROPOSED', 'FUNDED') AND k."state" IN ('SCORED', 'RESERVE', 'NOT_FUNDED')))) AS open,
    EXISTS (SELECT 1 FROM "Award" WHERE "roundId" = $1 AND "outcome" IN ('DECLINED', 'OUT', 'AGAIN') AND "why" IS NULL)
      AND EXISTS (SELECT 1 FROM "Award" a JOIN "Case" k ON k."id" = a."projectId"
        WHERE a."roundId" = $1 AND a."outcome" = 'RESERVE' AND k."state" = 'RESERVE') AS "mayMoveUp"`;

const EXECUTING_SQL = `SELECT count(*)::int AS n FROM "Project" p JOIN "Case" k ON k."id" = p."caseId"
  WHERE p."roundId" = $1 AND k."state" IN ('FUNDED', 'CONTRACTED', 'EXECUTING', 'RECOVERING')`;

const LEAVING_SQL = `SELECT count(*)::int AS n FROM "Award" a JOIN "Case" k ON k."id" = a."projectId"
  WHERE a."roundId" = $1 AND a."outcome" = 'OUT' AND k."state" IN ('SCORED', 'PROPOSED')`;

/** The awards of a round: planned by the walk over its ranking in force, and what became of them. */
export function awardStore({ pool }: Pick<Database, 'pool'>) {
  const count = async (text: string, roundId: string): Promise<number> =>
    (await pool.query<{ n: number }>(text, [roundId])).rows[0]?.n ?? 0;

  const draw = async (roundId: string): Promise<DrawnPlan> => {
    const ranking = await rankingStore({ pool }).inForce(roundId);
    const { configuration } = await roundOf(pool, roundId);
    const { rows } = await pool.query<Candidate>(CANDIDATES, [roundId]);
    const standing = rows.flatMap(standingAward);
    const known = new Set(standing.map(({ projectId }) => projectId));
    const excluded = rows
      .filter((row) => !known.has(row.projectId) && !isProposable(row))
      .map(({ projectId }) => projectId);
    const candidates = new Set(rows.map(({ projectId }) => projectId));
    const rankings = (ranking?.rankings ?? []).map((one) => ({
      ...one,
      ranked: one.ranked.filter(({ projectId }) => candidates.has(projectId)),
    }));
    const plan = walkAwards(rankings, rows, configuration, { standing, excluded });
    const refusal = refusalOf(() => {
      assertTiesDecided(plan);
      assertAwards(plan.awards, rows, configuration);
    });
    return { rankingSeq: ranking?.seq ?? 0, plan, excluded, standing: [...known].sort(), hash: hashOf(plan), refusal };
  };

  return {
    /** What would be proposed now. */
    draw,

    /** Keeps the plan under the next number that was not proposed yet. */
    async plan({ roundId, hash: seen }: PlanRequest): Promise<PlannedAwards> {
      const { rankingSeq, plan, excluded, standing, hash, refusal } = await draw(roundId);
      const changed = seen !== null && seen !== hash;
      const { rows } = await pool.query<{ no: number }>(
        `INSERT INTO "AwardPlan" ("roundId", "no", "rankingSeq", "plan", "hash", "at")
         SELECT $1, COALESCE(max("no") FILTER (WHERE "proposedAt" IS NOT NULL), 0) + 1, $2, $3, $4, now() FROM "AwardPlan" WHERE "roundId" = $1
         ON CONFLICT ("roundId", "no") DO UPDATE SET "rankingSeq" = EXCLUDED."rankingSeq", "plan" = EXCLUDED."plan", "hash" = EXCLUDED."hash"
         RETURNING "no"`,
        [roundId, rankingSeq, JSON.stringify({ ...plan, excluded, standing }), hash],
      );
      return {
        no: rows[0]?.no ?? 1,
        hash,
        proposed: plan.awards.length - standing.length,
        refusal: changed ? new VentureRoundRefusal('VEN_PLAN_CHANGED', { hash }, 'hash').refusal : refusal,
      };
    },

    async agreementStanding(roundId: CaseId): Promise<AgreementStanding> {
      const { rows } = await pool.query<AgreementStanding>(STANDING_SQL, [roundId]);
      return rows[0] ?? { open: 0, mayMoveUp: false };
    },

    executing: (roundId: CaseId): Promise<number> => count(EXECUTING_SQL, roundId),
    leaving: (roundId: CaseId): Promise<number> => count(LEAVING_SQL, roundId),

    async outcomeOf(projectId: CaseId): Promise<AwardOutcome | null> {
      const text = 'SELECT "outcome" FROM "Award" WHERE "projectId" = $1';
      return (await pool.query<{ outcome: AwardOutcome }>(text, [projectId])).rows[0]?.outcome ?? null;
    },
  };
}

/** Published and not disputed, or signed: it keeps its amount, its place and its money. */
function standingAward({ projectId, class: name, state, outcome, rank, fen, bySource }: Candidate): Award[] {
  if (outcome !== 'FUNDED' || !STANDING.includes(state) || rank === null || fen === null) return [];
  return [{ projectId, class: name, rank, fen, bySource: bySource ?? [], reduced: false }];
}

const isProposable = ({ state, outcome }: Candidate): boolean =>
  PROPOSABLE.includes(state) && outcome !== 'OUT' && outcome !== 'DECLINED';

const hashOf = (plan: AwardPlan): string => createHash('sha256').update(canonicalJson(plan)).digest('hex');

function refusalOf(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
}
