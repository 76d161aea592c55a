import importX from 'eslint-plugin-import-x';
import a11y from 'eslint-plugin-jsx-a11y';
import jest from 'eslint-plugin-jest';
import hooks from 'eslint-plugin-react-hooks';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/**
 * The workflows are loaded once for all cases of a worker (decision 019): what is kept at the top of a module is shared by all of them. So nothing
 * there may change: no `let`, and no collection that begins empty.
 */
const EMPTY_AT_FIRST = [
  "NewExpression[callee.name!='WeakMap'][arguments.length=0]",
  'ArrayExpression[elements.length=0]',
  'ObjectExpression[properties.length=0]',
];
const NOTHING_KEPT_AT_THE_TOP = ['Program', 'ExportNamedDeclaration']
  .flatMap((parent) => [
    `${parent} > VariableDeclaration[kind='let']`,
    ...EMPTY_AT_FIRST.map((empty) => `${parent} > VariableDeclaration > VariableDeclarator > ${empty}`),
  ])
  .map((selector) => ({ selector, message: 'All cases of a worker share this. Keep it in the case (decision 019).' }));

export default tseslint.config(
  {
    ignores: [
      'dist',
      'node_modules',
      'prisma/generated',
      'apps/web/generated',
      '.banjie',
      'coverage',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'error',
      'import-x/no-duplicates': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true }],
      complexity: ['error', 15],
    },
  },
  {
    // Nest needs the constructor's parameter types at run time, so a type-only import there would break injection.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    ...a11y.flatConfigs.recommended,
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    ...hooks.configs.flat.recommended,
  },
  {
    // An event handler may be asynchronous where React takes one that answers nothing.
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }] },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setInterval', 'crypto'],
      'no-restricted-imports': ['error', { patterns: ['node:*', '#prisma/*'] }],
      'no-restricted-syntax': ['error', ...NOTHING_KEPT_AT_THE_TOP],
    },
  },
  {
    // The one place that brands an id: its type parameter is what the caller says the text is.
    files: ['domain/ids.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': ['error', ...NOTHING_KEPT_AT_THE_TOP],
    },
  },
  {
    files: ['**/*.spec.ts'],
    plugins: { jest },
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': 'off',
      'max-lines': 'off',
      // Jest's asymmetric matchers are typed as any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  prettier,
);
