import type { Pool } from 'pg';
import { z } from 'zod';

import type { Act } from '#domain/process/act.js';

/** An act as it was sent, and the case that it was sent to. */
export interface SentAct {
  readonly matter: string;
  readonly caseNo: string;
  readonly act: Act;
}

const Kept = z.looseObject({ requestId: z.string(), kind: z.string() });

/** Acts as the API sent them, for those that have to be sent again. */
export function sentActStore({ pool }: { readonly pool: Pool }) {
  return {
    /** null when nothing was kept under this id for this case. */
    async find(caseId: string, requestId: string): Promise<SentAct | null> {
      const text = `SELECT k."matter", k."caseNo", r."act" FROM "ActRequest" r JOIN "Case" k ON k."id" = r."caseId"
        WHERE r."id" = $1 AND r."caseId" = $2 AND r."act" IS NOT NULL`;
      const { rows } = await pool.query<{ matter: string; caseNo: string; act: Act }>(text, [requestId, caseId]);
      const [row] = rows;
      return row && Kept.safeParse(row.act).success ? row : null;
    },
  };
}
