const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.banjie'],
  ...extra,
});

/** Two projects: `rules` needs nothing but Node; `real` runs on real PostgreSQL and a real Temporal server. */
export default {
  reporters: ['default', '<rootDir>/test/support/closing-line.reporter.mjs'],
  // Servers, sign-ins and timers on a busy machine; what must be fast says so itself. A project's own value would not count.
  testTimeout: 60_000,
  // What Jest loads for a file of tests it never lets go of, so a worker that has grown is replaced by a new one.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  projects: [
    project('rules', ['<rootDir>/{domain,apps,activities,prisma,workflows}/**/*.spec.ts']),
    project('real', ['<rootDir>/test/**/*.spec.ts'], {
      globalSetup: '<rootDir>/test/support/start-servers.mjs',
      globalTeardown: '<rootDir>/test/support/stop-servers.mjs',
    }),
  ],
};
