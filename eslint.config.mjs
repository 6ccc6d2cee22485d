// @ts-check
import tseslint from 'typescript-eslint';
import { tenon } from './packages/tooling/src/lint/index.mjs';

const generated = ['**/dist/**', '**/generated/**', '**/.next*/**', '**/next-env.d.ts', '**/node_modules/**', '**/.data*/**', '.cache/**', 'coverage/**', 'e2e/artifacts/**'];

/**
 * What holds for every file that runs, whatever it is written in.
 * @type {Record<string, 'error' | ['error', ...unknown[]]>}
 */
const everywhere = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
  complexity: ['error', 10],
  'no-console': 'error',
  'tenon/no-process-env': 'error',
};

/** A clock or a die of one's own, by which two runs of the same reckoning would differ. */
const UNREPEATABLE = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'The domain has no clock: let the time be passed in.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain has no clock: let the time be passed in.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The domain has no clock: let the time be passed in.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain throws no dice: let a seeded generator be passed in.' },
];
const LANGUAGE = [
  { selector: 'TSEnumDeclaration', message: 'A union of literals says the same and vanishes at run time.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name; only Next’s own files have a default.' },
];

export default tseslint.config(
  { ignores: generated },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strict],
    plugins: { tenon },
    rules: {
      ...everywhere,
      'no-restricted-syntax': ['error', ...LANGUAGE],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off', // decorators' metadata needs some of them as values
      '@typescript-eslint/no-extraneous-class': 'off', // Nest's modules are classes without members
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'tenon/no-raw-prisma': 'error',
      'tenon/system-db-allow-list': 'error',
      'tenon/resolver-declares-permission': 'error',
      'tenon/constructor-dependencies': ['error', { max: 5 }],
    },
  },
  {
    // Numeric kernels on typed arrays and tables of fixed length: an index is in bounds by construction, and a fallback would hide the day it is not.
    files: ['packages/domain/src/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', ...LANGUAGE, ...UNREPEATABLE],
      'no-restricted-globals': ['error', 'performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'process'],
    },
  },
  {
    // Programs of the tooling, the benchmarks and the images: types are checked by tsc, what is Tenon’s own here.
    files: ['**/*.mjs'],
    plugins: { tenon },
    rules: everywhere,
  },
  {
    // Suites and their tables are long by nature; what they call is not.
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', '**/testing/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'tenon/no-raw-prisma': 'off', 'tenon/system-db-allow-list': 'off' },
  },
  {
    files: ['apps/portal/src/app/**/*.tsx', 'apps/portal/src/app/**/*.ts', 'apps/portal/src/i18n/request.ts', '*.config.ts', 'apps/portal/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...LANGUAGE.filter(({ selector }) => selector === 'TSEnumDeclaration')] },
  },
);
