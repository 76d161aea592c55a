import type { Database } from '../client.js';
import { FOLLOWED } from './record/record.sql.js';

/** A message in somebody's inbox; its words are made from `kind` and `params` where it is shown. */
export interface NoticeRow {
  readonly id: string;
  readonly caseId: string | null;
  /** Of the case that it is about. */
  readonly caseNo: string | null;
  readonly title: string | null;
  readonly matter: string | null;
  readonly kind: string;
  readonly params: unknown;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** Where a page goes on: after this moment (epoch ms) and id. */
export type NoticeKey = readonly [at: number, id: string];

/** Whose notices. */
export interface NoticeReader {
  /** `user:ID` and `pool:UNIT:ROLE`. */
  readonly keys: readonly string[];
  /** Ids of the cases that they follow and may read now: what they were told as followers of others is not shown. */
  readonly followed: readonly string[];
}

/** Notices by their readers. */
export function noticeStore({ rows }: Database) {
  const theirs = ({ keys, followed }: NoticeReader) => ({
    recipientKey: { in: [...keys] },
    AND: { OR: [{ kind: { not: FOLLOWED } }, { caseId: { in: [...followed] } }] },
  });
  return {
    /** Newest first; `limit + 1` at most. */
    async list(reader: NoticeReader, after: NoticeKey | null, limit: number): Promise<NoticeRow[]> {
      const older =
        after === null
          ? {}
          : { OR: [{ at: { lt: new Date(after[0]) } }, { at: new Date(after[0]), id: { gt: after[1] } }] };
      const notices = await rows.notice.findMany({
        where: { ...theirs(reader), ...older },
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        take: limit + 1,
        select: { id: true, caseId: true, kind: true, params: true, at: true, readAt: true },
      });
      const about = await rows.case.findMany({
        where: { id: { in: notices.flatMap(({ caseId }) => caseId ?? []) } },
        select: { id: true, caseNo: true, title: true, matter: true },
      });
      return notices.map((notice) => {
        const found = about.find(({ id }) => id === notice.caseId);
        const { caseNo = null, title = null, matter = null } = found ?? {};
        return { ...notice, caseNo, title, matter };
      });
    },

    /** Tells somebody of what no record of a case says, once under its id. */
    async tell(notice: Pick<NoticeRow, 'id' | 'caseId' | 'kind' | 'at'> & { readonly to: string }): Promise<void> {
      const { to: recipientKey, ...row } = notice;
      await rows.notice.createMany({ data: [{ ...row, recipientKey, params: {} }], skipDuplicates: true });
    },

    /** How many are unread. */
    async unread(reader: NoticeReader): Promise<number> {
      return rows.notice.count({ where: { ...theirs(reader), readAt: null } });
    },

    /** Marks all of these readers as read; answers how many were not. */
    async markAllRead(reader: NoticeReader, at: Date): Promise<number> {
      const where = { ...theirs(reader), readAt: null };
      return (await rows.notice.updateMany({ where, data: { readAt: at } })).count;
    },

    /** Marks one as read; false when it is not of these readers. The first reading stays on record. */
    async markRead(id: string, reader: NoticeReader, at: Date): Promise<boolean> {
      const where = { id, ...theirs(reader) };
      await rows.notice.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } });
      return (await rows.notice.count({ where })) > 0;
    },
  };
}
