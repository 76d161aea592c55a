import type { Database } from '../client.js';
import type { CaseFilter } from './case-list.store.js';
import { MAY_READ } from './list/list.sql.js';

/** Who follows which cases (关注). A follow gives no right: what may be read is asked each time. */
export function followStore({ rows, pool }: Pick<Database, 'rows' | 'pool'>) {
  return {
    /** Follows from that moment on; a second time changes nothing. */
    async follow(userId: string, caseId: string, at: Date): Promise<void> {
      await rows.follow.createMany({ data: [{ userId, caseId, at }], skipDuplicates: true });
    },

    /** Follows no more, whether or not it did. */
    async unfollow(userId: string, caseId: string): Promise<void> {
      await rows.follow.deleteMany({ where: { userId, caseId } });
    },

    /** Whether the user follows the case. */
    async follows(userId: string, caseId: string): Promise<boolean> {
      return (await rows.follow.count({ where: { userId, caseId } })) > 0;
    },

    /** Ids of the cases that the user follows and may still read. */
    async readable(userId: string, filter: CaseFilter): Promise<string[]> {
      const text = 'SELECT c."id" FROM "Follow" f JOIN "Case" c ON c."id" = f."caseId" WHERE f."userId" = $1';
      const query =
        'all' in filter
          ? { name: 'followed-ids', text, values: [userId] }
          : {
              name: 'readable-followed-ids',
              text: `${text} AND ${MAY_READ}`,
              values: [userId, filter.userId, filter.keys, filter.unitIds, filter.organisationIds],
            };
      return (await pool.query<{ readonly id: string }>(query)).rows.map(({ id }) => id);
    },
  };
}
