import type { Pool } from 'pg';

import type { TalkRecord } from '#domain/annual-inspection/talk.rule.js';
import { sqlTime } from '../record/sql-time.js';

/** What was handed in for one item of a rectification. */
export interface HandedInItem {
  readonly itemId: string;
  readonly result: string;
  readonly evidenceUploadIds: readonly string[];
}

/** One item of a rectification as it stands. */
export interface RectificationItemRow extends Omit<HandedInItem, 'result'> {
  readonly wanted: string;
  readonly result: string | null;
  readonly done: boolean | null;
}

/** Words of talks and rectifications. They are written before their act, under its request, and stand once its record does. */
export function returnWordsStore({ pool }: { readonly pool: Pool }) {
  return {
    /** Keeps a talk's record; the same request again changes nothing. `at` is epoch ms. */
    async keepTalk(id: string, caseId: string, record: TalkRecord, at: number): Promise<void> {
      const text =
        'INSERT INTO "Talk" ("id", "caseId", "record", "createdAt") VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
      await pool.query(text, [id, caseId, JSON.stringify(record), sqlTime(at)]);
    },

    /** Keeps what is to be put right; the same request again changes nothing. */
    async keepRectification(
      id: string,
      caseId: string,
      wanted: readonly { itemId: string; wanted: string }[],
      at: number,
    ) {
      const text = `WITH born AS (
          INSERT INTO "Rectification" ("id", "caseId", "officers", "createdAt") VALUES ($1, $2, '{}', $3) ON CONFLICT DO NOTHING RETURNING "id"
        )
        INSERT INTO "RectificationItem" ("rectificationId", "itemId", "wanted", "evidenceUploadIds")
        SELECT born."id", x."itemId", x."wanted", '{}' FROM born, jsonb_to_recordset($4::jsonb) AS x("itemId" text, "wanted" text)`;
      await pool.query(text, [id, caseId, sqlTime(at), JSON.stringify(wanted)]);
    },

    /** The rectification of a case that waits to be handed in or verified; null when there is none. */
    async openRectification(caseId: string): Promise<{ id: string; itemIds: string[] } | null> {
      const text = `SELECT r."id", array_agg(i."itemId" ORDER BY i."itemId") AS "itemIds" FROM "Rectification" r
        JOIN "RectificationItem" i ON i."rectificationId" = r."id"
        WHERE r."caseId" = $1 AND r."due" IS NOT NULL AND r."verifiedOn" IS NULL GROUP BY r."id", r."createdAt" ORDER BY r."createdAt" DESC LIMIT 1`;
      return (await pool.query<{ id: string; itemIds: string[] }>(text, [caseId])).rows[0] ?? null;
    },

    /** Keeps what was handed in for each item, until it is handed in for good; `fileIds` become files of the case. */
    async keepHandedIn(caseId: string, rectificationId: string, items: readonly HandedInItem[]): Promise<void> {
      const files = items.flatMap(({ evidenceUploadIds }) => evidenceUploadIds);
      const text = `WITH files AS (
          INSERT INTO "CaseFile" ("caseId", "uploadId") SELECT $1, unnest($4::text[]) ON CONFLICT DO NOTHING
        )
        UPDATE "RectificationItem" i SET "result" = x."result", "evidenceUploadIds" = ARRAY(SELECT jsonb_array_elements_text(x."files"))
        FROM jsonb_to_recordset($3::jsonb) AS x("itemId" text, "result" text, "files" jsonb), "Rectification" r
        WHERE i."rectificationId" = $2 AND i."itemId" = x."itemId" AND r."id" = $2 AND r."handedInOn" IS NULL`;
      const rows = items.map(({ itemId, result, evidenceUploadIds }) => ({ itemId, result, files: evidenceUploadIds }));
      await pool.query(text, [caseId, rectificationId, JSON.stringify(rows), files]);
    },

    /** The items of a case's rectification that stands now, with words and evidence. */
    async items(caseId: string): Promise<RectificationItemRow[]> {
      const text = `SELECT i."itemId", i."wanted", i."result", i."evidenceUploadIds", i."done" FROM "RectificationItem" i
        WHERE i."rectificationId" = (SELECT "id" FROM "Rectification" WHERE "caseId" = $1 AND "due" IS NOT NULL ORDER BY "createdAt" DESC LIMIT 1)
        ORDER BY length(i."itemId"), i."itemId"`;
      return (await pool.query<RectificationItemRow>(text, [caseId])).rows;
    },

    /** The record of the last talk that was held; null when there was none. */
    async talk(caseId: string): Promise<{ id: string; heldOn: string; record: unknown } | null> {
      const text = `SELECT "id", to_char("heldOn", 'YYYY-MM-DD') AS "heldOn", "record" FROM "Talk"
        WHERE "caseId" = $1 AND "heldOn" IS NOT NULL ORDER BY "createdAt" DESC LIMIT 1`;
      return (await pool.query<{ id: string; heldOn: string; record: unknown }>(text, [caseId])).rows[0] ?? null;
    },

    /** Those of the users who hold one of the roles at the unit now (epoch ms). */
    async officersOf(
      unitId: string,
      roles: readonly string[],
      userIds: readonly string[],
      now: number,
    ): Promise<ReadonlySet<string>> {
      const text = `SELECT DISTINCT g."userId" FROM "Grant" g JOIN "User" u ON u."id" = g."userId" AND u."disabledAt" IS NULL
        WHERE g."unitId" = $1 AND g."role" = ANY($2::text[]) AND g."userId" = ANY($3::text[])
          AND g."validFrom" <= $4::timestamp(3) AND (g."validTo" IS NULL OR g."validTo" > $4::timestamp(3))`;
      const { rows } = await pool.query<{ userId: string }>(text, [unitId, roles, userIds, sqlTime(now)]);
      return new Set(rows.map(({ userId }) => userId));
    },
  };
}
