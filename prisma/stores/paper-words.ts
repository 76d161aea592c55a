import type { Rows } from '../client.js';

/** Names and words that papers of every matter print. */
export function paperWords(rows: Rows) {
  return {
    unitName: async (id: string): Promise<string> => (await rows.unit.findUnique({ where: { id } }))?.name ?? id,

    /** 机关代字 of a unit; null while it has none. */
    docWord: async (unitId: string): Promise<string | null> =>
      (await rows.unit.findUnique({ where: { id: unitId } }))?.docWord ?? null,

    /** A user's name; what nobody did was done by the system. */
    userName: async (id: unknown): Promise<string> =>
      (typeof id === 'string' ? await rows.user.findUnique({ where: { id } }) : null)?.name ?? '系统',

    /** The opinion of an act; '' without one. */
    opinion: async (requestId: string | null): Promise<string> =>
      (requestId === null ? null : await rows.actRequest.findUnique({ where: { id: requestId } }))?.opinion ?? '',
  };
}
