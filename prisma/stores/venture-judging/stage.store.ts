import { createHash } from 'node:crypto';

import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { rankedAnyway } from '#domain/venture-round/ranking.rule.js';
import { stageOrder } from '#domain/venture-round/stage-order.js';
import type { Database } from '../../client.js';
import { inTransaction } from '../record/transaction.js';
import { judgedProjects, judgedRound } from './round-facts.js';
import { withSheets } from './ranking.store.js';
import { ensureGate } from './scoring-gate.js';

/** A place on the stage as the hall sees it; times in epoch ms. */
export interface HallSlot {
  readonly position: number;
  readonly projectId: string;
  readonly title: string;
  readonly class: string;
  readonly calledAt: number | null;
  /** When the presentation ends, by the server's clock. */
  readonly endsAt: number | null;
  readonly leftAt: number | null;
  readonly judges: number;
  readonly locked: number;
  /** Shown as soon as every judge of the project has locked, never before; with the rank among those shown in its class. */
  readonly result: { readonly score: string; readonly rank: number } | null;
}

/** What the screen in the hall shows. */
export interface Hall {
  readonly roundId: string;
  readonly caseNo: string;
  readonly title: string;
  /** null until the order was drawn. */
  readonly seed: string | null;
  readonly word: string | null;
  readonly onStage: string | null;
  readonly slots: readonly HallSlot[];
}

interface SlotRow extends Omit<HallSlot, 'result' | 'calledAt' | 'endsAt' | 'leftAt'> {
  readonly calledAt: Date | null;
  readonly endsAt: Date | null;
  readonly leftAt: Date | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const SLOTS = `SELECT t."position", t."projectId", p."title", p."class", t."calledAt", t."endsAt", t."leftAt",
    count(a."judgeId")::int AS judges, count(s."judgeId") FILTER (WHERE s."status" = 'LOCKED')::int AS locked
  FROM "StageSlot" t JOIN "Project" p ON p."caseId" = t."projectId"
  LEFT JOIN "JudgeAssignment" a ON a."projectId" = t."projectId" AND a."status" = 'ACTIVE'
  LEFT JOIN "ScoreSheet" s ON s."projectId" = a."projectId" AND s."judgeId" = a."judgeId"
  WHERE t."roundId" = $1 GROUP BY t."roundId", t."projectId", p."caseId" ORDER BY t."position"`;

/** The stage of a round (路演). */
export function stageStore({ pool }: Pick<Database, 'pool'>) {
  return {
    /** Draws the order of the shortlisted projects, once; the same seed again changes nothing. Answers how many there are. */
    draw: ({
      roundId,
      seed,
      word,
    }: {
      readonly roundId: string;
      readonly seed: string;
      readonly word: string | null;
    }) =>
      inTransaction(pool, async (tx) => {
        await ensureGate(tx, roundId);
        const gate = 'SELECT "stageSeed" AS seed FROM "RoundScoring" WHERE "roundId" = $1 FOR UPDATE';
        const drawn = (await tx.query<{ seed: string | null }>(gate, [roundId])).rows[0]?.seed ?? null;
        if (drawn !== null && drawn !== seed) throw new VentureRoundRefusal('VEN_STAGE_ORDER_DRAWN', {});
        const projects = await judgedProjects(tx, roundId);
        const order = stageOrder(
          projects.map(({ projectId }) => projectId),
          stageSeed(seed, word),
          sha256,
        );
        await tx.query('UPDATE "RoundScoring" SET "stageSeed" = $2, "stageWord" = $3 WHERE "roundId" = $1', [
          roundId,
          seed,
          word,
        ]);
        await tx.query(
          `INSERT INTO "StageSlot" ("roundId", "projectId", "position")
           SELECT $1, x.id, x.place FROM unnest($2::text[]) WITH ORDINALITY AS x(id, place) ON CONFLICT DO NOTHING`,
          [roundId, order],
        );
        return order.length;
      }),

    async hasSlot(roundId: string, projectId: string): Promise<boolean> {
      const text = 'SELECT 1 FROM "StageSlot" WHERE "roundId" = $1 AND "projectId" = $2';
      return (await pool.query(text, [roundId, projectId])).rowCount === 1;
    },

    /** The stage as the hall may see it, empty while the order is still to be drawn; null before the judging, and where it was online. Throws NOT_FOUND. */
    async hall(id: string): Promise<Hall | null> {
      const { roundId, caseNo, title, state, configuration } = await judgedRound(pool, id);
      const gate = `SELECT "stageSeed" AS seed, "stageWord" AS word, "onStage" FROM "RoundScoring" WHERE "roundId" = $1`;
      const { rows } = await pool.query<{ seed: string | null; word: string | null; onStage: string | null }>(gate, [
        roundId,
      ]);
      const [stage] = rows;
      const waiting = { roundId, caseNo, title, seed: null, word: null, onStage: null, slots: [] };
      if (stage?.seed == null) return state === 'SCORING' ? waiting : null;
      const slots = (await pool.query<SlotRow>({ name: 'stage-slots', text: SLOTS, values: [roundId] })).rows;
      const complete = slots.filter(
        ({ judges, locked }) => locked === judges && locked >= configuration.scoring.judgesMin,
      );
      const shown = (await judgedProjects(pool, roundId)).filter(({ projectId }) =>
        complete.some((slot) => slot.projectId === projectId),
      );
      const rankings = rankedAnyway(await withSheets(pool, roundId, shown), configuration.scoring);
      const places = new Map(
        rankings.flatMap(({ ranked }) =>
          ranked.map(({ projectId, score, rank }) => [projectId, { score, rank }] as const),
        ),
      );
      const { seed, word, onStage } = stage;
      return { roundId, caseNo, title, seed, word, onStage, slots: slots.map((slot) => slotOf(slot, places)) };
    },
  };
}

/** The seed that anybody draws the order from again: what the server drew and what the hall said. */
const stageSeed = (seed: string, word: string | null): string => (word === null ? seed : `${seed}\n${word}`);

const slotOf = (slot: SlotRow, places: ReadonlyMap<string, HallSlot['result']>): HallSlot => ({
  ...slot,
  calledAt: slot.calledAt?.getTime() ?? null,
  endsAt: slot.endsAt?.getTime() ?? null,
  leftAt: slot.leftAt?.getTime() ?? null,
  result: places.get(slot.projectId) ?? null,
});
