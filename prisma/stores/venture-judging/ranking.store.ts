import { createHash } from 'node:crypto';

import { z } from 'zod';

import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { rankProjects } from '#domain/venture-round/ranking.rule.js';
import type { ClassRanking, JudgeSheet, RankedProject, ScoredProject } from '#domain/venture-round/ranking.rule.js';
import { roundRoot } from '#domain/venture-round/sheet-chain.js';
import type { JudgeChain } from '#domain/venture-round/sheet-chain.js';
import type { Database } from '../../client.js';
import { sqlTime } from '../record/sql-time.js';
import { inTransaction } from '../record/transaction.js';
import type { Tx } from '../record/transaction.js';
import { judgedProjects, judgedRound, scoredProjects } from './round-facts.js';
import type { JudgedProject, JudgedRound } from './round-facts.js';
import { ensureGate } from './scoring-gate.js';

/** A ranking as it is kept. */
export interface KeptRanking {
  readonly roundId: string;
  /** Record of the round that published it. */
  readonly seq: number;
  readonly policyHash: string;
  /** SHA-256 of the policy's hash and the rankings: equal sheets give an equal one. */
  readonly resultHash: string;
  readonly votes: readonly (readonly string[])[];
  readonly rankings: readonly ClassRanking[];
  /** Epoch ms; null while the round has not recorded it yet. */
  readonly publishedAt: number | null;
}

/** When and under which record of the round a ranking is made; `at` epoch ms. */
export interface RankRequest {
  readonly roundId: string;
  readonly seq: number;
  readonly at: number;
}

const Votes = z.array(z.array(z.string()));
const Undecided = z.array(z.object({ class: z.string(), ties: Votes }));
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Rankings: made from locked sheets alone, each kept once under the record that publishes it. */
export function rankingStore({ pool }: Pick<Database, 'pool'>) {
  return {
    /** Ends scoring and ranks, in one transaction. Throws VEN_SHEETS_BEING_LOCKED, VEN_SHEETS_MISSING. */
    closeScoring: (asked: RankRequest) =>
      inTransaction(pool, async (tx) => {
        const { roundId, seq, at } = asked;
        await ensureGate(tx, roundId);
        await tx.query('SELECT 1 FROM "RoundScoring" WHERE "roundId" = $1 FOR UPDATE', [roundId]);
        const before = await keptHash(tx, roundId, seq);
        if (before !== null) return { seq, resultHash: before };
        await assertNoneHeld(tx, roundId);
        const { resultHash } = await rank(tx, asked, []);
        const root = roundRoot(roundId, await chainsOf(tx, roundId), sha256);
        const text = `UPDATE "RoundScoring" SET "status" = 'CLOSED', "closedAt" = $2::timestamp(3), "root" = $3 WHERE "roundId" = $1`;
        await tx.query(text, [roundId, sqlTime(at), root]);
        return { seq, resultHash };
      }),

    /** Ranks again what stands, with one more vote where there is one. Throws VEN_VOTE_INVALID. */
    rankAgain: ({ vote, ...asked }: RankRequest & { readonly vote: readonly string[] | null }) =>
      inTransaction(pool, async (tx) => {
        const { roundId, seq } = asked;
        await tx.query('SELECT 1 FROM "RoundScoring" WHERE "roundId" = $1 FOR UPDATE', [roundId]);
        const before = await keptHash(tx, roundId, seq);
        if (before !== null) return { seq, resultHash: before };
        const newest = await newestRanking(tx, roundId, false);
        if (vote !== null) assertVote(newest, vote);
        const { resultHash } = await rank(tx, asked, [...(newest?.votes ?? []), ...(vote === null ? [] : [vote])]);
        return { seq, resultHash };
      }),

    /** The published ranking that stands; null before scoring was closed. */
    inForce: (roundId: string): Promise<KeptRanking | null> => newestRanking(pool, roundId, true),

    /** The newest ranking, published or just being so. */
    newest: (roundId: string): Promise<KeptRanking | null> => newestRanking(pool, roundId, false),

    /** How judging ended for a project: ranked, or shown only. */
    async outcomeOf(roundId: string, projectId: string): Promise<'SCORED' | 'SHOWN'> {
      const text = 'SELECT 1 FROM "RoundResult" WHERE "roundId" = $1 AND "projectId" = $2 LIMIT 1';
      return (await pool.query(text, [roundId, projectId])).rowCount === 0 ? 'SHOWN' : 'SCORED';
    },

    /** The root that was published when scoring closed; null before. */
    async root(roundId: string): Promise<string | null> {
      const text = 'SELECT "root" FROM "RoundScoring" WHERE "roundId" = $1';
      return (await pool.query<{ root: string | null }>(text, [roundId])).rows[0]?.root ?? null;
    },

    /** Every chain of the round, judges by their alias. */
    chains: (roundId: string): Promise<JudgeChain[]> => chainsOf(pool, roundId),

    /** The projects of a ranking with their locked sheets, judges by their alias. */
    async scored(roundId: string, round: JudgedRound): Promise<{ projects: JudgedProject[]; scored: ScoredProject[] }> {
      const projects = scoredProjects(await judgedProjects(pool, roundId), round);
      return { projects, scored: await withSheets(pool, roundId, projects) };
    },
  };
}

async function rank(tx: Tx, { roundId, seq, at }: RankRequest, votes: readonly (readonly string[])[]) {
  const round = await judgedRound(tx, roundId);
  const projects = scoredProjects(await judgedProjects(tx, roundId), round);
  const rankings = rankProjects(await withSheets(tx, roundId, projects), round.configuration.scoring, votes);
  const { policyHash } = round;
  const resultHash = sha256(canonicalJson({ policyHash, rankings }));
  const undecided = rankings.map((one) => ({ class: one.class, ties: one.undecided }));
  await tx.query(
    `INSERT INTO "RoundRanking" ("roundId", "seq", "policyHash", "resultHash", "votes", "undecided", "at")
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamp(3))`,
    [roundId, seq, policyHash, resultHash, JSON.stringify(votes), JSON.stringify(undecided), sqlTime(at)],
  );
  const rows = rankings.flatMap((one) => one.ranked.map((place) => ({ ...place, class: one.class })));
  await tx.query(
    `INSERT INTO "RoundResult" ("roundId", "seq", "projectId", "class", "rank", "score", "untrimmedMean", "sheets", "meetsFloor", "toldApartBy", "outliers")
     SELECT $1, $2, x."projectId", x."class", x."rank", x."score", x."untrimmedMean", x."sheets", x."meetsFloor", x."toldApartBy", x."outliers"
       FROM jsonb_to_recordset($3::jsonb) AS x("projectId" text, "class" text, "rank" int, "score" text, "untrimmedMean" text, "sheets" int,
         "meetsFloor" boolean, "toldApartBy" text, "outliers" jsonb)`,
    [roundId, seq, JSON.stringify(rows)],
  );
  return { resultHash };
}

async function assertNoneHeld(tx: Tx, roundId: string): Promise<void> {
  const text = `SELECT "projectId" FROM "ScoreSheet" WHERE "roundId" = $1 AND "status" IN ('LOCKING', 'UNLOCKING') LIMIT 20`;
  const { rows } = await tx.query<{ projectId: string }>(text, [roundId]);
  if (rows.length > 0)
    throw new VentureRoundRefusal('VEN_SHEETS_BEING_LOCKED', { projects: rows.map(({ projectId }) => projectId) });
}

function assertVote(newest: KeptRanking | null, vote: readonly string[]): void {
  const ties = (newest?.rankings ?? []).flatMap(({ undecided }) => undecided);
  const sorted = [...new Set(vote)].sort().join(' ');
  if (vote.length !== new Set(vote).size || !ties.some((tie) => [...tie].sort().join(' ') === sorted))
    throw new VentureRoundRefusal('VEN_VOTE_INVALID', { ties }, 'facts.order');
}

async function keptHash(tx: Tx, roundId: string, seq: number): Promise<string | null> {
  const text = 'SELECT "resultHash" FROM "RoundRanking" WHERE "roundId" = $1 AND "seq" = $2';
  return (await tx.query<{ resultHash: string }>(text, [roundId, seq])).rows[0]?.resultHash ?? null;
}

const SHEETS = `SELECT s."projectId", m."alias" AS "judgeId", x."totalHalves", x."halves"
  FROM "ScoreSheet" s JOIN "SealedSheet" x ON x."id" = s."sealId"
  JOIN "PanelMember" m ON m."roundId" = s."roundId" AND m."judgeId" = s."judgeId"
  JOIN "JudgeAssignment" a ON a."projectId" = s."projectId" AND a."judgeId" = s."judgeId" AND a."status" = 'ACTIVE'
  WHERE s."roundId" = $1 AND s."status" = 'LOCKED' ORDER BY s."projectId", m."alias"`;

/** Projects with the locked sheets of their judges, judges by their alias. */
export async function withSheets(
  db: Tx,
  roundId: string,
  projects: readonly JudgedProject[],
): Promise<ScoredProject[]> {
  const query = { name: 'locked-sheets', text: SHEETS, values: [roundId] };
  const { rows } = await db.query<JudgeSheet & { projectId: string }>(query);
  const sheets = new Map<string, JudgeSheet[]>();
  for (const { projectId, judgeId, totalHalves, halves } of rows) {
    const sheet = { judgeId, totalHalves, halves };
    const known = sheets.get(projectId);
    if (known === undefined) sheets.set(projectId, [sheet]);
    else known.push(sheet);
  }
  return projects.map((project) => {
    const { projectId, class: name, requestedFen } = project;
    return { projectId, class: name, requestedFen, sheets: sheets.get(projectId) ?? [] };
  });
}

async function chainsOf(db: Tx, roundId: string): Promise<JudgeChain[]> {
  const { rows } = await db.query<JudgeChain>({
    name: 'sheet-chains',
    text: `SELECT $1::text AS "roundId", m."alias" AS "judgeId",
        json_agg(json_build_object('seq', e."seq", 'payload', e."payload", 'prevHash', e."prevHash", 'hash', e."hash") ORDER BY e."seq") AS entries
      FROM "PanelMember" m JOIN "SheetChainEntry" e ON e."roundId" = m."roundId" AND e."judgeId" = m."judgeId"
      WHERE m."roundId" = $1 GROUP BY m."alias" ORDER BY m."alias"`,
    values: [roundId],
  });
  return rows;
}

interface HeadRow {
  readonly seq: number;
  readonly policyHash: string;
  readonly resultHash: string;
  readonly votes: unknown;
  readonly undecided: unknown;
  readonly publishedAt: Date | null;
}

async function newestRanking(db: Tx, roundId: string, published: boolean): Promise<KeptRanking | null> {
  const head = await db.query<HeadRow>({
    name: 'newest-ranking',
    text: `SELECT "seq", "policyHash", "resultHash", "votes", "undecided", "publishedAt" FROM "RoundRanking"
      WHERE "roundId" = $1 AND ("publishedAt" IS NOT NULL OR NOT $2::boolean) ORDER BY "seq" DESC LIMIT 1`,
    values: [roundId, published],
  });
  const [found] = head.rows;
  if (found === undefined) return null;
  const { seq, policyHash, resultHash, publishedAt } = found;
  const { rows } = await db.query<RankedProject & { class: string }>({
    name: 'ranking-places',
    text: `SELECT "class", "projectId", "rank", "score", "untrimmedMean", "sheets", "meetsFloor", "toldApartBy", "outliers"
      FROM "RoundResult" WHERE "roundId" = $1 AND "seq" = $2 ORDER BY "class", "rank", "projectId"`,
    values: [roundId, seq],
  });
  const rankings = Undecided.parse(found.undecided).map((one) => ({
    class: one.class,
    ranked: rows.filter((row) => row.class === one.class).map(({ class: _class, ...place }) => place),
    undecided: one.ties,
  }));
  return {
    ...{ roundId, seq, policyHash, resultHash, rankings },
    votes: Votes.parse(found.votes),
    publishedAt: publishedAt?.getTime() ?? null,
  };
}
