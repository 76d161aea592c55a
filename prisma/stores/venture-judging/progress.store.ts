import type { Database } from '../../client.js';
import { judgedProjects, judgedRound, scoredProjects } from './round-facts.js';

/** A round in whose panel somebody sits, with how far their sheets are. */
export interface JudgedByMe {
  readonly caseNo: string;
  readonly title: string;
  readonly state: string;
  /** Whether the order of presentation was drawn: the round is judged on site. */
  readonly staged: boolean;
  readonly assigned: number;
  readonly locked: number;
}

/** How far the sheet of a judge is; nothing of what stands in it. NONE: nothing was typed yet. */
export interface SheetProgress {
  readonly judgeId: string;
  readonly name: string;
  readonly status: 'NONE' | 'DRAFT' | 'LOCKING' | 'LOCKED' | 'UNLOCKING';
  /** Epoch ms. */
  readonly lockedAt: number | null;
}

/** A project that is scored, with the progress of its judges. */
export interface ProjectProgress {
  readonly projectId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly class: string;
  readonly judges: readonly SheetProgress[];
}

const MINE = `SELECT r."caseNo", r."title", c."state", g."stageSeed" IS NOT NULL AS staged, count(a."projectId")::int AS assigned,
    (count(*) FILTER (WHERE s."status" = 'LOCKED'))::int AS locked
  FROM "Judge" j JOIN "PanelMember" m ON m."judgeId" = j."id" AND m."leftAt" IS NULL
  JOIN "Round" r ON r."caseId" = m."roundId" JOIN "Case" c ON c."id" = r."caseId"
  LEFT JOIN "RoundScoring" g ON g."roundId" = r."caseId"
  LEFT JOIN "JudgeAssignment" a ON a."roundId" = m."roundId" AND a."judgeId" = m."judgeId" AND a."status" = 'ACTIVE'
  LEFT JOIN "ScoreSheet" s ON s."projectId" = a."projectId" AND s."judgeId" = a."judgeId"
  WHERE j."userId" = $1 GROUP BY r."caseId", c."id", g."roundId" ORDER BY c."state" = 'SCORING' DESC, r."caseNo" DESC LIMIT 100`;

const PROGRESS = `SELECT a."projectId", a."judgeId", coalesce(u."name", '') AS name, coalesce(s."status", 'NONE') AS status, s."lockedAt"
  FROM "JudgeAssignment" a JOIN "Judge" j ON j."id" = a."judgeId" LEFT JOIN "User" u ON u."id" = j."userId"
  LEFT JOIN "ScoreSheet" s ON s."projectId" = a."projectId" AND s."judgeId" = a."judgeId"
  WHERE a."roundId" = $1 AND a."status" = 'ACTIVE' ORDER BY a."projectId", name, a."judgeId"`;

type ProgressRow = Omit<SheetProgress, 'lockedAt'> & { readonly projectId: string; readonly lockedAt: Date | null };

/** How far judging is, without a single mark. */
export function progressStore({ pool }: Pick<Database, 'pool'>) {
  return {
    /** The rounds that a user judges, those that are being scored first. */
    async ofJudge(userId: string): Promise<JudgedByMe[]> {
      return (await pool.query<JudgedByMe>({ name: 'my-judging', text: MINE, values: [userId] })).rows;
    },

    /** Every project of a round that is scored, with each of its judges. Throws NOT_FOUND. */
    async ofRound(roundId: string): Promise<ProjectProgress[]> {
      const round = await judgedRound(pool, roundId);
      const projects = scoredProjects(await judgedProjects(pool, roundId), round);
      const { rows } = await pool.query<ProgressRow>({ name: 'sheet-progress', text: PROGRESS, values: [roundId] });
      const judges = new Map<string, SheetProgress[]>();
      for (const { projectId, lockedAt, ...row } of rows) {
        const one = { ...row, lockedAt: row.status === 'LOCKED' ? (lockedAt?.getTime() ?? null) : null };
        judges.set(projectId, [...(judges.get(projectId) ?? []), one]);
      }
      return projects
        .map(({ projectId, caseNo, title, class: name }) => ({
          ...{ projectId, caseNo, title, class: name },
          judges: judges.get(projectId) ?? [],
        }))
        .sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
    },
  };
}
