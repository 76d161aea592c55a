import type { Database } from '../../client.js';
import { rankingStore } from './ranking.store.js';
import { judgedRound } from './round-facts.js';

/** Diagnostics of rankings, kept once each as they were computed. */
export function diagnosisStore({ pool }: Pick<Database, 'pool'>) {
  const rankings = rankingStore({ pool });
  return {
    /** What the newest ranking of a round is diagnosed from; null when there is a newer one than `seq`, or none. */
    async load(roundId: string, seq: number) {
      const round = await judgedRound(pool, roundId);
      const ranking = await rankings.newest(roundId);
      if (ranking?.seq !== seq) return null;
      const { projects, scored } = await rankings.scored(roundId, round);
      const ranked = new Set(ranking.rankings.flatMap((one) => one.ranked.map(({ projectId }) => projectId)));
      return {
        configuration: round.configuration,
        scored: scored.filter(({ projectId }) => ranked.has(projectId)),
        projects: projects.filter(({ projectId }) => ranked.has(projectId)),
        rankings: ranking.rankings,
        seed: (await rankings.root(roundId)) ?? roundId,
      };
    },

    async save(roundId: string, seq: number, data: object): Promise<void> {
      const text = `INSERT INTO "RoundDiagnosis" ("roundId", "seq", "data", "at") VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING`;
      await pool.query(text, [roundId, seq, JSON.stringify(data)]);
    },

    /** null while it is being computed. */
    async find(roundId: string, seq: number): Promise<unknown> {
      const text = 'SELECT "data" FROM "RoundDiagnosis" WHERE "roundId" = $1 AND "seq" = $2';
      return (await pool.query<{ data: unknown }>(text, [roundId, seq])).rows[0]?.data ?? null;
    },
  };
}
