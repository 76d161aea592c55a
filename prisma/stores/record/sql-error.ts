/** Codes of PostgreSQL, and of the functions of our own migrations, that stores answer to. */
export const SqlCode = {
  UniqueViolation: '23505',
  /** banjie_append_only: a row of a table that only grows was to be changed. */
  AppendOnly: 'BJ001',
  /** banjie_require: a statement ended because what it relied on did not hold; the message says what. */
  Required: 'BJ002',
} as const;

interface SqlFault {
  readonly code: string;
  readonly message: string;
  readonly constraint: string | null;
}

/** What PostgreSQL refused a statement with; null for any other error. */
export function sqlFault(error: unknown): SqlFault | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null;
  return { code: error.code, message: error.message, constraint };
}
