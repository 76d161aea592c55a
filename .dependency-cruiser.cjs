/** The arrows of docs/architecture.md. A folder may import itself and what its rule names, nothing else of ours. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(apps|workflows|activities|domain|prisma|test)/|^node_modules/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('domain-is-pure', '^domain/', ['^domain/', '^node_modules/(zod|canonicalize|opencc-js)/']),
    only('workflows-stay-in-the-sandbox', '^workflows/', [
      '^(domain|workflows)/',
      '^activities/',
      '^node_modules/@temporalio/(workflow|common)/',
      '^node_modules/zod/',
    ]),
    {
      name: 'workflows-see-activities-as-types',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'steps-know-no-matter',
      severity: 'error',
      from: { path: '^(workflows/steps|domain/process)/' },
      to: {
        path: '^(workflows/(?!steps/)[^/]+|domain/(temp-party-org|general-approval|annual-inspection|random-check|venture-round))/',
      },
    },
    only('activities-are-plain-functions', '^activities/', [
      '^(domain|activities)/',
      '^node_modules/(@temporalio/(activity|common)|docxtemplater|pizzip|canonicalize|zod|highs)/',
    ]),
    only('stores-know-only-domain', '^prisma/(?!demonstration/)', [
      '^(domain|prisma)/',
      '^node_modules/(@prisma|pg|@types/pg|prisma|zod|flydrive)/',
    ]),
    // Demonstration accounts need the password hash of the sign-in library.
    only('demonstration-knows-sign-in-too', '^prisma/demonstration/', [
      '^(domain|prisma)/',
      '^node_modules/(@prisma|pg|@types/pg|prisma|zod|better-auth)/',
    ]),
    {
      name: 'api-talks-by-contract',
      severity: 'error',
      from: { path: '^apps/api/' },
      // An office's template is checked where papers are rendered, by pure functions: one check for upload and print.
      // A story makes the first record of a case outside its workflow too (docs/decisions/021).
      to: {
        path: '^(activities|test|workflows)/',
        pathNot: '^(workflows/[^/]+/(contract|story)\\.ts$|activities/papers/)',
      },
    },
    {
      name: 'only-prisma-names-prisma',
      severity: 'error',
      from: { pathNot: '^prisma/' },
      to: { path: '^(node_modules/@prisma/client|prisma/generated)/' },
    },
    {
      name: 'apps-are-islands',
      severity: 'error',
      from: { path: '^apps/(?!cli/)([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    only('web-sees-domain-and-the-generated-client', '^apps/web/', [
      '^(domain|apps/web)/',
      '^node_modules/(react|react-dom|react-router|antd|@ant-design|@tanstack|openapi-fetch|docx-preview|echarts|@noble|zod|@types/react[^/]*)/',
    ]),
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { pathNot: '^test/|\\.spec\\.ts$' },
      to: { path: '^test/|\\.spec\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|prisma/generated|apps/web/generated' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
