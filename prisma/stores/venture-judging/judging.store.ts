import type { Database } from '../../client.js';
import { assignmentJobStore } from './assignment-job.store.js';
import { rankingStore } from './ranking.store.js';
import { scoringGate } from './scoring-gate.js';
import { stageStore } from './stage.store.js';

interface JudgeRow {
  readonly judgeId: string;
  readonly userId: string;
  readonly locked: boolean;
}

const JUDGES = `SELECT a."judgeId", j."userId", coalesce(s."status" = 'LOCKED', false) AS locked
  FROM "JudgeAssignment" a JOIN "Judge" j ON j."id" = a."judgeId"
  LEFT JOIN "ScoreSheet" s ON s."projectId" = a."projectId" AND s."judgeId" = a."judgeId"
  WHERE a."projectId" = $1 AND a."status" = 'ACTIVE' ORDER BY a."judgeId"`;

/** All that the workflows of rounds and projects ask of judging. */
export function judgingStore(database: Database) {
  const { pool } = database;
  const rankings = rankingStore(database);
  const stage = stageStore(database);
  return {
    ...scoringGate(pool),
    async judgesOf(projectId: string): Promise<JudgeRow[]> {
      return (await pool.query<JudgeRow>({ name: 'project-judges', text: JUDGES, values: [projectId] })).rows;
    },
    applyAssignment: (asked: { readonly roundId: string; readonly jobId: string; readonly at: number }) =>
      assignmentJobStore(database).apply(asked),
    drawStage: stage.draw,
    hasSlot: (roundId: string, projectId: string) => stage.hasSlot(roundId, projectId),
    closeScoring: rankings.closeScoring,
    rankAgain: rankings.rankAgain,
    outcomeOf: (roundId: string, projectId: string) => rankings.outcomeOf(roundId, projectId),
  };
}
