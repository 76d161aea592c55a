import { z } from 'zod';

/** What a failed query says: the server is away (try again), a value it cannot hold, or something that is nobody's to explain. */
export type DatabaseFault = 'AWAY' | 'VALUE' | null;

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
]);
/** SQLSTATE: connection lost, too many connections, shut down. */
const AWAY_STATE = /^(08[0-9A-Z]{3}|53300|57P0[1-3])$/;
/** SQLSTATE class 22: data exception, for example a NUL character or a number out of range. P2000, P2020: the same by Prisma. */
const VALUE_STATE = /^(22[0-9A-Z]{3}|P2000|P2020)$/;
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Can't reach database server|server has closed the connection/i;
const DEPTH = 6;

const Fault = z.object({
  code: z.unknown().optional(),
  originalCode: z.unknown().optional(),
  message: z.unknown().optional(),
  cause: z.unknown().optional(),
  meta: z.unknown().optional(),
  driverAdapterError: z.unknown().optional(),
  errors: z.array(z.unknown()).optional(),
});

/** Reads the codes of `pg`, of Prisma and of what they wrap. */
export function databaseFault(error: unknown, depth = DEPTH): DatabaseFault {
  const parsed = Fault.safeParse(error);
  if (!parsed.success || depth === 0) return null;
  const { code, originalCode, message, cause, meta, driverAdapterError, errors = [] } = parsed.data;
  const codes = [code, originalCode].filter((one) => typeof one === 'string');
  if (codes.some((one) => AWAY.has(one) || AWAY_STATE.test(one))) return 'AWAY';
  if (codes.some((one) => VALUE_STATE.test(one))) return 'VALUE';
  if (typeof message === 'string' && AWAY_WORDS.test(message)) return 'AWAY';
  for (const inner of [cause, meta, driverAdapterError, ...errors]) {
    const fault = databaseFault(inner, depth - 1);
    if (fault !== null) return fault;
  }
  return null;
}
