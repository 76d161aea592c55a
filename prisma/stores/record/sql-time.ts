/** An instant as the columns keep it: UTC without a zone, to the millisecond; PostgreSQL reads this text the same under every session's time zone. */
export function sqlTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** SQL that reads a column of that form as epoch milliseconds. */
export function epochMs(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}
