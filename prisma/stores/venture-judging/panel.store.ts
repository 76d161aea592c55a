import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { CaseStateConflict, NotFound } from '#domain/errors.js';
import { RecusalRequired } from '#domain/process/errors.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { drawCommitment, drawnJudges } from '#domain/venture-round/panel-draw.rule.js';
import type { Database, Rows } from '../../client.js';

/** A judge of a round's panel, as its organiser sees them. */
export interface PanelMember {
  readonly judgeId: string;
  readonly userId: string;
  readonly name: string;
  /** Under which the sheets are published. */
  readonly alias: string;
  readonly maxLoad: number;
  readonly drawId: string | null;
  readonly left: boolean;
  readonly assigned: number;
  readonly locked: number;
}

/** A draw of judges. Before the witness has said the word, secret and result are null. */
export interface PanelDrawView {
  readonly id: string;
  readonly size: number;
  readonly commitment: string;
  readonly candidates: readonly string[];
  readonly secret: string | null;
  readonly word: string | null;
  readonly witnessedBy: string | null;
  readonly drawnAt: number | null;
  readonly drawn: readonly string[];
}

interface By {
  readonly userId: string;
  readonly at: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const PANEL = `SELECT m."judgeId", j."userId", coalesce(u."name", '') AS name, m."alias", m."maxLoad", m."drawId", m."leftAt" IS NOT NULL AS "left",
    (SELECT count(*)::int FROM "JudgeAssignment" a WHERE a."roundId" = m."roundId" AND a."judgeId" = m."judgeId" AND a."status" = 'ACTIVE') AS assigned,
    (SELECT count(*)::int FROM "ScoreSheet" s WHERE s."roundId" = m."roundId" AND s."judgeId" = m."judgeId" AND s."status" = 'LOCKED') AS locked
  FROM "PanelMember" m JOIN "Judge" j ON j."id" = m."judgeId" LEFT JOIN "User" u ON u."id" = j."userId"
  WHERE m."roundId" = $1 ORDER BY m."alias"`;

/** The panel of a round: who sits in it, and how it was drawn. */
export function panelStore(database: Database) {
  const { rows, pool } = database;
  return {
    async list(roundId: string): Promise<PanelMember[]> {
      return (await pool.query<PanelMember>({ name: 'panel', text: PANEL, values: [roundId] })).rows;
    },

    /** Adds judges of the pool. Throws VEN_PANEL_INVALID for those who are not in it. */
    add: (roundId: string, judgeIds: readonly string[], by: By) => addMembers(rows, roundId, judgeIds, by, null),

    /** Takes out a judge who has nothing to score. Throws NOT_FOUND, VEN_PANEL_INVALID. */
    async remove(roundId: string, judgeId: string): Promise<void> {
      const assigned = await rows.judgeAssignment.count({ where: { roundId, judgeId } });
      if (assigned > 0) throw new VentureRoundRefusal('VEN_PANEL_INVALID', { assigned: [judgeId] });
      const { count } = await rows.panelMember.deleteMany({ where: { roundId, judgeId } });
      if (count === 0) throw new NotFound('PanelMember');
    },

    /** Commits to a secret for a draw of `size` judges from the candidates. Throws VEN_PANEL_INVALID. */
    async openDraw(roundId: string, asked: { readonly size: number; readonly candidates: readonly string[] }, by: By) {
      const candidates = [...new Set(asked.candidates)].sort();
      await assertInPool(rows, candidates);
      if (candidates.length < asked.size)
        throw new VentureRoundRefusal('VEN_PANEL_INVALID', { candidates: candidates.length, size: asked.size });
      const secret = randomBytes(32).toString('hex');
      const draw = await rows.panelDraw.create({
        data: {
          id: randomUUID(),
          roundId,
          size: asked.size,
          commitment: drawCommitment(secret, sha256),
          secret,
          candidates,
          openedBy: by.userId,
          openedAt: new Date(by.at),
        },
      });
      return drawView(draw);
    },

    /** The witness, who is not the one who opened it, says the word; the drawn judges join the panel. Throws NOT_FOUND, RECUSAL_REQUIRED, CASE_STATE_CONFLICT. */
    async witness(roundId: string, drawId: string, word: string, by: By): Promise<PanelDrawView> {
      await rows.$queryRaw`SELECT 1 FROM "PanelDraw" WHERE id = ${drawId} FOR UPDATE`;
      const draw = await rows.panelDraw.findFirst({ where: { id: drawId, roundId } });
      if (draw === null) throw new NotFound('PanelDraw');
      if (draw.openedBy === by.userId) throw new RecusalRequired('ACTED_BEFORE');
      if (draw.drawnAt !== null) throw new CaseStateConflict('DRAWN', 'witness');
      const drawn = [...drawnJudges({ ...draw, word }, sha256)];
      await addMembers(rows, roundId, drawn, by, drawId);
      const data = { word, drawn, witnessedBy: by.userId, drawnAt: new Date(by.at) };
      return drawView(await rows.panelDraw.update({ where: { id: drawId }, data }));
    },

    async draws(roundId: string): Promise<PanelDrawView[]> {
      const found = await rows.panelDraw.findMany({ where: { roundId }, orderBy: { openedAt: 'asc' }, take: 100 });
      return found.map(drawView);
    },

    /** The judge declares to be tied to these projects of the round. */
    async declare(roundId: string, judgeId: string, projectIds: readonly string[], at: number): Promise<void> {
      await rows.judgeConflict.createMany({
        data: projectIds.map((projectId) => ({ roundId, judgeId, projectId, ground: 'DECLARED', at: new Date(at) })),
        skipDuplicates: true,
      });
    },

    /** The member of a user in a round; null for who does not sit in its panel, or sits there no more. */
    async memberOf(roundId: string, userId: string): Promise<{ judgeId: string; alias: string } | null> {
      const judge = await rows.judge.findUnique({ where: { userId }, select: { id: true } });
      if (judge === null) return null;
      const where = { roundId, judgeId: judge.id, leftAt: null };
      return rows.panelMember.findFirst({ where, select: { judgeId: true, alias: true } });
    },
  };
}

async function addMembers(rows: Rows, roundId: string, judgeIds: readonly string[], by: By, drawId: string | null) {
  const judges = await assertInPool(rows, judgeIds);
  await rows.panelMember.createMany({
    data: judges.map(({ id, maxLoad }) => ({
      roundId,
      judgeId: id,
      alias: `judge-${randomBytes(6).toString('hex')}`,
      maxLoad,
      drawId,
      addedBy: by.userId,
      addedAt: new Date(by.at),
    })),
    skipDuplicates: true,
  });
}

async function assertInPool(rows: Rows, judgeIds: readonly string[]) {
  const where = { id: { in: [...judgeIds] }, retiredAt: null };
  const judges = await rows.judge.findMany({ where, select: { id: true, maxLoad: true }, orderBy: { id: 'asc' } });
  const unknown = judgeIds.filter((judgeId) => !judges.some(({ id }) => id === judgeId));
  if (unknown.length > 0) throw new VentureRoundRefusal('VEN_PANEL_INVALID', { unknown });
  return judges;
}

function drawView(draw: NonNullable<Awaited<ReturnType<Rows['panelDraw']['findUnique']>>>): PanelDrawView {
  const { id, size, commitment, candidates, secret, word, witnessedBy, drawnAt, drawn } = draw;
  return {
    id,
    size,
    commitment,
    candidates,
    secret: drawnAt === null ? null : secret,
    word,
    witnessedBy,
    drawnAt: drawnAt?.getTime() ?? null,
    drawn,
  };
}
