import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

import { DomainError, NotFound } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { CaseId, DraftId, OrganisationId, UserId } from '#domain/ids.js';
import { epochMs, sqlTime } from './record/sql-time.js';

/** Whose drafts: the user's own, and those for the organisations that the user may write for. */
export interface DraftScope {
  readonly userId: UserId;
  readonly organisationIds: readonly OrganisationId[];
}

/** An application that is still being written; times in epoch ms. */
export interface DraftRow {
  readonly id: DraftId;
  readonly matter: string;
  readonly organisationId: OrganisationId | null;
  readonly ownerUserId: UserId;
  readonly version: number;
  readonly data: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Set once it was submitted; it does not change any more. */
  readonly caseId: CaseId | null;
}

/** The draft has a newer version than the one that was edited, or was submitted. */
export class DraftVersionConflict extends DomainError {
  constructor(seen: number, current: number, submitted: boolean) {
    super({
      code: 'VERSION_CONFLICT',
      status: 409,
      messageZh: submitted ? '草稿已提交,不能再修改。' : '草稿在别处已有修改。请刷新后合并您的内容,再保存。',
      messageEn: submitted
        ? 'The draft was submitted and cannot be changed any more.'
        : 'The draft was changed elsewhere. Reload it, merge your text and save again.',
      details: { seen, current, submitted },
    });
  }
}

const COLUMNS = `"id", "matter", "organisationId", "ownerUserId", "version", "data", "caseId",
  ${epochMs('"createdAt"')} AS "createdAt", ${epochMs('"updatedAt"')} AS "updatedAt"`;
/** $1 user, $2 organisations. */
const IN_SCOPE = '("ownerUserId" = $1 OR "organisationId" = ANY($2::text[]))';

/** Drafts: plain data without a workflow. What is out of scope does not exist (NOT_FOUND). */
export function draftStore({ pool }: { readonly pool: Pool }) {
  const one = async (text: string, values: readonly unknown[]) =>
    (await pool.query<DraftRow>(text, [...values])).rows[0];
  const find = async ({ userId, organisationIds }: DraftScope, id: string): Promise<DraftRow> => {
    const text = `SELECT ${COLUMNS} FROM "Draft" WHERE ${IN_SCOPE} AND "id" = $3`;
    const draft = await one(text, [userId, organisationIds, id]);
    if (draft === undefined) throw new NotFound('draft');
    return draft;
  };
  const conflict = async (scope: DraftScope, id: string, seen: number) => {
    const { version, caseId } = await find(scope, id);
    return new DraftVersionConflict(seen, version, caseId !== null);
  };
  return {
    /** Begins a draft at version 1. `at` is epoch ms. */
    async create(
      draft: Pick<DraftRow, 'matter' | 'organisationId' | 'ownerUserId' | 'data'>,
      at: number,
    ): Promise<DraftRow> {
      const { matter, organisationId, ownerUserId, data } = draft;
      const text = `INSERT INTO "Draft" ("id", "matter", "organisationId", "ownerUserId", "data", "createdAt", "updatedAt")
        VALUES ($1, $2, $3, $4, $5::jsonb, $6, $6) RETURNING ${COLUMNS}`;
      const values = [
        asId<DraftId>(randomUUID()),
        matter,
        organisationId,
        ownerUserId,
        JSON.stringify(data),
        sqlTime(at),
      ];
      const row = await one(text, values);
      if (row === undefined) throw new Error('inserting a draft answered no row');
      return row;
    },

    find,

    /** Unsubmitted drafts in scope, last edited first, at most 200. */
    async list({ userId, organisationIds }: DraftScope): Promise<DraftRow[]> {
      const text = `SELECT ${COLUMNS} FROM "Draft" WHERE ${IN_SCOPE} AND "caseId" IS NULL ORDER BY "updatedAt" DESC, "id" LIMIT 200`;
      return (await pool.query<DraftRow>(text, [userId, organisationIds])).rows;
    },

    /** Saves over `version` and returns the next one. Throws VERSION_CONFLICT when that is not the present version, or it was submitted. */
    async save(scope: DraftScope, id: string, version: number, data: unknown, at: number): Promise<DraftRow> {
      const text = `UPDATE "Draft" SET "data" = $5::jsonb, "version" = "version" + 1, "updatedAt" = $6
        WHERE ${IN_SCOPE} AND "id" = $3 AND "version" = $4 AND "caseId" IS NULL RETURNING ${COLUMNS}`;
      const values = [scope.userId, scope.organisationIds, id, version, JSON.stringify(data), sqlTime(at)];
      const row = await one(text, values);
      if (row === undefined) throw await conflict(scope, id, version);
      return row;
    },

    /** Deletes the version that was seen. Errors as `save`. */
    async remove(scope: DraftScope, id: string, version: number): Promise<void> {
      const text = `DELETE FROM "Draft" WHERE ${IN_SCOPE} AND "id" = $3 AND "version" = $4 AND "caseId" IS NULL RETURNING ${COLUMNS}`;
      const row = await one(text, [scope.userId, scope.organisationIds, id, version]);
      if (row === undefined) throw await conflict(scope, id, version);
    },
  };
}
