/** What the run's servers are reached by; start-servers.mjs started them. */
export interface TestServers {
  /** Of the superuser, to the database `postgres`. */
  readonly adminUrl: string;
  /** A migrated, empty database to copy. */
  readonly template: string;
  /** host:port of a Temporal server on which time can be skipped per workflow. */
  readonly temporalAddress: string;
  /** For files that test files share; it goes with the run. */
  readonly folder: string;
}

/** The servers of this run. Throws in a test that belongs to project `rules`, where there are none. */
export function testServers(): TestServers {
  return {
    adminUrl: fromEnvironment('BANJIE_TEST_PG'),
    template: fromEnvironment('BANJIE_TEST_TEMPLATE'),
    temporalAddress: fromEnvironment('TEMPORAL_ADDRESS'),
    folder: fromEnvironment('BANJIE_TEST_FOLDER'),
  };
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is missing: tests that need servers lie under test/ (project real)`);
  return value;
}
