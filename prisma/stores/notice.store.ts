import type { Database } from '../client.js';

/** A message in somebody's inbox; its words are made from `kind` and `params` where it is shown. */
export interface NoticeRow {
  readonly id: string;
  readonly caseId: string | null;
  /** Of the case that it is about. */
  readonly caseNo: string | null;
  readonly title: string | null;
  readonly kind: string;
  readonly params: unknown;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** Where a page goes on: after this moment (epoch ms) and id. */
export type NoticeKey = readonly [at: number, id: string];

/** Notices by the keys of their readers, `user:ID` and `pool:UNIT:ROLE`. */
export function noticeStore({ rows }: Database) {
  return {
    /** Newest first; `limit + 1` at most. */
    async list(keys: readonly string[], after: NoticeKey | null, limit: number): Promise<NoticeRow[]> {
      const older =
        after === null
          ? {}
          : { OR: [{ at: { lt: new Date(after[0]) } }, { at: new Date(after[0]), id: { gt: after[1] } }] };
      const notices = await rows.notice.findMany({
        where: { recipientKey: { in: [...keys] }, ...older },
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        take: limit + 1,
        select: { id: true, caseId: true, kind: true, params: true, at: true, readAt: true },
      });
      const about = await rows.case.findMany({
        where: { id: { in: notices.flatMap(({ caseId }) => caseId ?? []) } },
        select: { id: true, caseNo: true, title: true },
      });
      return notices.map((notice) => {
        const found = about.find(({ id }) => id === notice.caseId);
        return { ...notice, caseNo: found?.caseNo ?? null, title: found?.title ?? null };
      });
    },

    /** How many are unread. */
    async unread(keys: readonly string[]): Promise<number> {
      return rows.notice.count({ where: { recipientKey: { in: [...keys] }, readAt: null } });
    },

    /** Marks all of these readers as read; answers how many were not. */
    async markAllRead(keys: readonly string[], at: Date): Promise<number> {
      const where = { recipientKey: { in: [...keys] }, readAt: null };
      return (await rows.notice.updateMany({ where, data: { readAt: at } })).count;
    },

    /** Marks one as read; false when it is not of these readers. The first reading stays on record. */
    async markRead(id: string, keys: readonly string[], at: Date): Promise<boolean> {
      const where = { id, recipientKey: { in: [...keys] } };
      await rows.notice.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } });
      return (await rows.notice.count({ where })) > 0;
    },
  };
}
