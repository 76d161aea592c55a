import pg from 'pg';

const AGAIN_AFTER_MS = 200;
const ATTEMPTS = 300;

/** Reads of the benchmark's own database, asked again while it is away. */
export class PatientPool {
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    // An idle connection that breaks is replaced at the next query.
    this.#pool.on('error', () => undefined);
  }

  async rows<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.#pool.query<Row>(text, [...values])).rows;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      }
    }
  }

  /** The only row there has to be. */
  async one<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row> {
    const [row] = await this.rows<Row>(text, values);
    if (row === undefined) throw new Error(`no row: ${text} ${JSON.stringify(values)}`);
    return row;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
