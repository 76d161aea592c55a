import type { Pool } from 'pg';

import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { DraftVersionConflict } from '../draft.store.js';
import { sqlTime } from '../record/sql-time.js';

/** A return that is being written for a running case. Version 0: nobody has written anything yet. */
export interface ReturnDraft {
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Of which case, and after how many forms that were handed in: each filing begins a draft of its own. */
export interface DraftOf {
  readonly caseId: string;
  readonly organisationId: string;
  readonly formsBefore: number;
}

const idOf = ({ caseId, formsBefore }: DraftOf): string => `return-${caseId}-${formsBefore}`;

/** Drafts of returns: rows of `Draft` under an id that their case and its last form make. */
export function returnDraftStore({ pool }: { readonly pool: Pool }) {
  const find = async (of: DraftOf): Promise<ReturnDraft | null> => {
    const text = 'SELECT "version", "data" FROM "Draft" WHERE "id" = $1';
    return (await pool.query<ReturnDraft>(text, [idOf(of)])).rows[0] ?? null;
  };
  return {
    find,

    /** Saves over the version that was seen (0: begins the draft). Throws VERSION_CONFLICT. `at` is epoch ms. */
    async save(of: DraftOf, ownerUserId: string, seen: number, data: unknown, at: number): Promise<ReturnDraft> {
      const begin = `INSERT INTO "Draft" ("id", "matter", "organisationId", "ownerUserId", "data", "createdAt", "updatedAt")
        VALUES ($1, $2, $3, $4, $5::jsonb, $6, $6) ON CONFLICT DO NOTHING RETURNING "version", "data"`;
      const over = `UPDATE "Draft" SET "data" = $2::jsonb, "version" = "version" + 1, "updatedAt" = $3
        WHERE "id" = $1 AND "version" = $4 AND "caseId" IS NULL RETURNING "version", "data"`;
      const json = JSON.stringify(data);
      const { rows } =
        seen === 0
          ? await pool.query<ReturnDraft>(begin, [
              idOf(of),
              ANNUAL_INSPECTION.slug,
              of.organisationId,
              ownerUserId,
              json,
              sqlTime(at),
            ])
          : await pool.query<ReturnDraft>(over, [idOf(of), json, sqlTime(at), seen]);
      const [saved] = rows;
      if (saved === undefined) throw new DraftVersionConflict(seen, (await find(of))?.version ?? 0, false);
      return saved;
    },
  };
}
