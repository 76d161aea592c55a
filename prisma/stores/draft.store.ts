import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { DomainError, NotFound } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { CaseId, DraftId, OrganisationId, UserId } from '#domain/ids.js';
import type { Database } from '../client.js';

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

/** What an unfinished form holds, as the column takes it. */
const Data = z.record(z.string(), z.json());

/** Drafts: plain data without a workflow. What is out of scope does not exist (NOT_FOUND). */
export function draftStore({ rows }: Pick<Database, 'rows'>) {
  const find = async (scope: DraftScope, id: string): Promise<DraftRow> => {
    const draft = await rows.draft.findFirst({ where: { ...within(scope), id } });
    if (draft === null) throw new NotFound('draft');
    return rowOf(draft);
  };
  const conflict = async (scope: DraftScope, id: string, seen: number) => {
    const { version, caseId } = await find(scope, id);
    return new DraftVersionConflict(seen, version, caseId !== null);
  };
  const seen = (scope: DraftScope, id: string, version: number) => ({ ...within(scope), id, version, caseId: null });
  return {
    /** Begins a draft at version 1. `at` is epoch ms. */
    async create(
      {
        matter,
        organisationId,
        ownerUserId,
        data,
      }: Pick<DraftRow, 'matter' | 'organisationId' | 'ownerUserId' | 'data'>,
      at: number,
    ): Promise<DraftRow> {
      const [createdAt, updatedAt] = [new Date(at), new Date(at)];
      const draft = {
        id: randomUUID(),
        matter,
        organisationId,
        ownerUserId,
        data: Data.parse(data),
        createdAt,
        updatedAt,
      };
      return rowOf(await rows.draft.create({ data: draft }));
    },

    find,

    /** Unsubmitted drafts in scope, last edited first, at most 200. */
    async list(scope: DraftScope): Promise<DraftRow[]> {
      const found = await rows.draft.findMany({
        where: { ...within(scope), caseId: null },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
        take: LISTED_MAX,
      });
      return found.map(rowOf);
    },

    /** Saves over `version` and returns the next one. Throws VERSION_CONFLICT when that is not the present version, or it was submitted. */
    async save(scope: DraftScope, id: string, version: number, data: unknown, at: number): Promise<DraftRow> {
      const [saved] = await rows.draft.updateManyAndReturn({
        where: seen(scope, id, version),
        data: { data: Data.parse(data), version: version + 1, updatedAt: new Date(at) },
      });
      if (saved === undefined) throw await conflict(scope, id, version);
      return rowOf(saved);
    },

    /** Deletes the version that was seen. Errors as `save`. */
    async remove(scope: DraftScope, id: string, version: number): Promise<void> {
      const { count } = await rows.draft.deleteMany({ where: seen(scope, id, version) });
      if (count === 0) throw await conflict(scope, id, version);
    },
  };
}

const LISTED_MAX = 200;

const within = ({ userId, organisationIds }: DraftScope) => ({
  OR: [{ ownerUserId: userId }, { organisationId: { in: [...organisationIds] } }],
});

type Draft = Awaited<ReturnType<Database['rows']['draft']['findFirstOrThrow']>>;

const rowOf = ({ id, organisationId, ownerUserId, caseId, createdAt, updatedAt, ...draft }: Draft): DraftRow => ({
  ...draft,
  id: asId<DraftId>(id),
  organisationId: organisationId === null ? null : asId<OrganisationId>(organisationId),
  ownerUserId: asId<UserId>(ownerUserId),
  caseId: caseId === null ? null : asId<CaseId>(caseId),
  createdAt: createdAt.getTime(),
  updatedAt: updatedAt.getTime(),
});
