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
      const query = followed('followed-ids', (source) => `SELECT c."id" ${source}`, userId, filter);
      return (await pool.query<{ readonly id: string }>(query)).rows.map(({ id }) => id);
    },

    /** How many cases the user follows and may still read; 100 = 100 or more. */
    async count(userId: string, filter: CaseFilter): Promise<number> {
      const capped = (source: string) => `SELECT count(*)::int AS "n" FROM (SELECT ${source} LIMIT 100) x`;
      const query = followed('followed-count', capped, userId, filter);
      return (await pool.query<{ readonly n: number }>(query)).rows[0]?.n ?? 0;
    },
  };
}

/** A question about what the user follows and may still read. `MAY_READ` leaves $1 to whoever asks: here the user again. */
function followed(name: string, ask: (source: string) => string, userId: string, filter: CaseFilter) {
  const source = 'FROM "Follow" f JOIN "Case" c ON c."id" = f."caseId" WHERE f."userId" = $1';
  if ('all' in filter) return { name, text: ask(source), values: [userId] };
  const { keys, unitIds, organisationIds } = filter;
  return {
    name: `readable-${name}`,
    text: ask(`${source} AND ${MAY_READ}`),
    values: [userId, filter.userId, keys, unitIds, organisationIds],
  };
}
