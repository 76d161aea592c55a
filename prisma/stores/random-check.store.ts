import { createHash } from 'node:crypto';

import { drawCommitment } from '#domain/annual-inspection/draw-commitment.rule.js';
import { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { committedDrawOf, publishDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import type { CaseId, UserId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import type { CommitRequest, DrawRequest, SheetFacts, SubstituteRequest } from '#domain/random-check/case-facts.js';
import { assertDrawable } from '#domain/random-check/drawable.rule.js';
import { RandomCheckRefusal } from '#domain/random-check/errors.js';
import type { Database } from '../client.js';
import type { ColumnCipher } from '../crypto.js';
import { FrozenLists, listsToFreeze } from './random-check/frozen-lists.js';
import { openChecks } from './random-check/open-checks.js';
import { sheetFacts } from './random-check/sheet-facts.js';
import { inTransaction } from './record/transaction.js';
import type { Tx } from './record/transaction.js';
import { sqlTime } from './record/sql-time.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const seedCell = (caseId: string) => ({ table: 'RandomDraw', column: 'seedCipher', rowId: caseId });

interface DrawRow {
  readonly terms: unknown;
  readonly lists: unknown;
  readonly commitment: string;
  readonly committedAt: Date;
  readonly seedCipher: Buffer;
  readonly published: unknown;
  readonly size: number;
}

interface DrawingCase {
  readonly unitId: string;
  readonly config: unknown;
}

/** Draws of random checks. Each write happens once: a repetition finds what the first one left. */
export function randomCheckStore(database: Pick<Database, 'pool'>, cipher: ColumnCipher) {
  const { pool } = database;
  return {
    /**
     * Freezes the lists as they are at `at`, and commits to them and to the seed. Throws DRAW_EMPTY_BASE, DRAW_RATE_TOO_LOW,
     * DRAW_NOT_ENOUGH_INSPECTORS, DRAW_LIST_DUPLICATE, DRAW_DUPLICATE.
     */
    commit: (request: CommitRequest, seed: string) => inTransaction(pool, (tx) => commit(tx, cipher, request, seed)),

    /** Draws, once. Throws DRAW_BEACON_MISSING, DRAW_BEACON_UNWANTED, DATE_ORDER. */
    draw: (request: DrawRequest) => inTransaction(pool, (tx) => draw(tx, cipher, request)),

    openChecks: openChecks(pool),

    /** Notes that the workflows of these checks were started. */
    async checksStarted(caseIds: readonly CaseId[], at: number): Promise<void> {
      const text = 'UPDATE "Case" SET "startedAt" = $2 WHERE "id" = ANY($1::text[]) AND "startedAt" IS NULL';
      await pool.query(text, [caseIds, sqlTime(at)]);
    },

    /** How many checks of a draw are neither published nor abandoned. */
    async checksLeft(drawCaseId: CaseId): Promise<number> {
      const text = `SELECT count(*)::int AS "left" FROM "Inspection"
        WHERE "drawCaseId" = $1 AND "publishedAt" IS NULL AND "abandonedAt" IS NULL`;
      return (await pool.query<{ left: number }>(text, [drawCaseId])).rows[0]?.left ?? 0;
    },

    /** What a version of a check sheet says; null when there is no such version. */
    sheet: (checkCaseId: CaseId, version: number): Promise<SheetFacts | null> => sheetFacts(pool, checkCaseId, version),

    /** Draws another inspector for one who steps aside. Throws DRAW_NOT_ENOUGH_INSPECTORS, DRAW_REDRAW_UNKNOWN. */
    substitute: (request: SubstituteRequest) => inTransaction(pool, (tx) => substitute(tx, request)),
  };
}

async function commit(tx: Tx, cipher: ColumnCipher, { caseId, at }: CommitRequest, seed: string) {
  const text = 'SELECT "unitId", "config" FROM "Case" WHERE "id" = $1 FOR UPDATE';
  const [row] = (await tx.query<DrawingCase>(text, [caseId])).rows;
  if (row === undefined) throw new NotFound('Case');
  const before = await drawOf(tx, caseId);
  if (before !== null) return { size: before.size };
  const { terms, checkedMonths, recusalYears } = DrawConfig.parse(row.config);
  const { unitId } = row;
  const lists = await listsToFreeze(tx, { unitId, today: shanghaiDate(at), at, checkedMonths, recusalYears });
  const size = assertDrawable(terms, published(lists));
  const committed = committedDrawOf({ ...published(lists), terms, seed }, sha256);
  const { rowCount } = await tx.query(
    `INSERT INTO "RandomDraw" ("caseId", "unitId", "year", "openKey", "terms", "lists", "baseHash", "commitment", "committedAt", "seedCipher", "size")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT ("openKey") DO NOTHING`,
    [
      caseId,
      unitId,
      terms.year,
      `${unitId}\n${terms.year}\n${terms.purpose}`,
      JSON.stringify(terms),
      JSON.stringify(lists),
      committed.baseHash,
      drawCommitment(committed, sha256),
      sqlTime(at),
      Buffer.from(cipher.seal(seedCell(caseId), seed)),
      size,
    ],
  );
  if (rowCount !== 1) throw new RandomCheckRefusal('DRAW_DUPLICATE', { year: terms.year, purpose: terms.purpose });
  return { size };
}

async function draw(tx: Tx, cipher: ColumnCipher, { caseId, at, beaconValue }: DrawRequest) {
  const row = await drawOf(tx, caseId);
  if (row === null) throw new NotFound('Draw');
  if (row.published !== null) return { size: row.size };
  const terms = PublishedDraw.shape.terms.parse(row.terms);
  if (terms.beaconSource !== null && beaconValue === null)
    throw new RandomCheckRefusal('DRAW_BEACON_MISSING', { source: terms.beaconSource }, 'facts.beaconValue');
  if (terms.beaconSource === null && beaconValue !== null)
    throw new RandomCheckRefusal('DRAW_BEACON_UNWANTED', {}, 'facts.beaconValue');
  const lists = FrozenLists.parse(row.lists);
  const result = publishDraw(
    {
      ...published(lists),
      terms,
      seed: cipher.open(seedCell(caseId), row.seedCipher),
      beaconValue,
      redraws: [],
      commitment: { hash: row.commitment, publishedAt: row.committedAt.toISOString() },
      drawnAt: new Date(at).toISOString(),
    },
    sha256,
  );
  await keep(tx, caseId, result, at);
  await tx.query(
    `INSERT INTO "Inspection" ("id", "drawCaseId", "ordinal", "organisationId", "organisationKey", "inspectorUserIds", "inspectorKeys")
     SELECT $1::text || ':' || x."ordinal", $1::text, x."ordinal", x."organisationId", x."organisationKey", x."inspectorUserIds", x."inspectorKeys"
     FROM jsonb_to_recordset($2::jsonb) AS x("ordinal" int, "organisationId" text, "organisationKey" text, "inspectorUserIds" text[], "inspectorKeys" text[])`,
    [caseId, JSON.stringify(inspectionsOf(result, lists))],
  );
  return { size: result.size };
}

function inspectionsOf({ assignments }: PublishedDraw, lists: FrozenLists) {
  const organisations = new Map(lists.base.map(({ id, organisationId }) => [id, organisationId]));
  return assignments.map(({ organisation, inspectors }, index) => ({
    ordinal: index + 1,
    organisationId: organisations.get(organisation),
    organisationKey: organisation,
    inspectorUserIds: usersOf(lists, inspectors),
    inspectorKeys: inspectors,
  }));
}

async function substitute(
  tx: Tx,
  { drawCaseId, checkCaseId, seq, inspector, at }: SubstituteRequest,
): Promise<{ readonly inspectors: readonly UserId[] }> {
  // The row of the draw is the queue: the n-th redraw is the n-th in the whole draw, whichever check asks for it.
  const row = await drawOf(tx, drawCaseId);
  const checkText = 'SELECT "organisationKey", "inspectorUserIds" FROM "Inspection" WHERE "caseId" = $1';
  const [check] = (await tx.query<{ organisationKey: string; inspectorUserIds: string[] }>(checkText, [checkCaseId]))
    .rows;
  if (row === null || check === undefined) throw new NotFound('Check');
  const before = await tx.query('SELECT 1 FROM "DrawSubstitution" WHERE "checkCaseId" = $1 AND "seq" = $2', [
    checkCaseId,
    seq,
  ]);
  if (before.rowCount === 1) return { inspectors: check.inspectorUserIds.map((id) => asId<UserId>(id)) };
  const lists = FrozenLists.parse(row.lists);
  const drawn = PublishedDraw.parse(row.published);
  const organisation = check.organisationKey;
  const key = lists.inspectors.find(({ userId }) => userId === inspector)?.id ?? inspector;
  const result = publishDraw({ ...drawn, redraws: [...drawn.redraws, { organisation, inspector: key }] }, sha256);
  const keys = result.finalAssignments.find((one) => one.organisation === organisation)?.inspectors ?? [];
  const users = usersOf(lists, keys);
  const substituteUserId = users.find((userId) => !check.inspectorUserIds.includes(userId));
  await tx.query(
    `INSERT INTO "DrawSubstitution" ("drawCaseId", "ordinal", "checkCaseId", "seq", "organisationKey", "inspectorKey", "substituteUserId", "at")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [drawCaseId, result.redraws.length, checkCaseId, seq, organisation, key, substituteUserId, sqlTime(at)],
  );
  await tx.query('UPDATE "Inspection" SET "inspectorUserIds" = $2, "inspectorKeys" = $3 WHERE "caseId" = $1', [
    checkCaseId,
    users,
    keys,
  ]);
  await tx.query('UPDATE "RandomDraw" SET "published" = $2 WHERE "caseId" = $1', [drawCaseId, JSON.stringify(result)]);
  return { inspectors: users };
}

async function keep(tx: Tx, caseId: CaseId, result: PublishedDraw, at: number): Promise<void> {
  const text = 'UPDATE "RandomDraw" SET "published" = $2, "drawnAt" = $3 WHERE "caseId" = $1';
  await tx.query(text, [caseId, JSON.stringify(result), sqlTime(at)]);
}

/** The draw, held until the transaction ends; null when nothing was committed to. */
async function drawOf(tx: Tx, caseId: CaseId): Promise<DrawRow | null> {
  const text = `SELECT "terms", "lists", "commitment", "committedAt", "seedCipher", "published", "size"
    FROM "RandomDraw" WHERE "caseId" = $1 FOR UPDATE`;
  return (await tx.query<DrawRow>(text, [caseId])).rows[0] ?? null;
}

/** The lists without what only the register knows. */
const published = ({ base, inspectors, recusals }: FrozenLists) => ({
  base: base.map(({ id, name }) => ({ id, name })),
  inspectors: inspectors.map(({ id }) => ({ id })),
  recusals,
});

const usersOf = ({ inspectors }: FrozenLists, keys: readonly string[]): UserId[] =>
  keys.flatMap((key) => inspectors.filter(({ id }) => id === key).map(({ userId }) => asId<UserId>(userId)));
