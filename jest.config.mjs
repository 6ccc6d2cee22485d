/** One way to run TypeScript in tests: by Node.js itself, packages read from their sources (`packages/tooling/src/test/native`). */
const native = '<rootDir>/packages/tooling/src/test/native';
const base = {
  runtime: `${native}/runtime.cjs`,
  testEnvironment: `${native}/environment.mjs`,
  globalSetup: `${native}/global-setup.mjs`,
  globalTeardown: `${native}/global-teardown.mjs`,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['/dist/', '/\\.next', '<rootDir>/e2e/node_modules'],
  transform: {},
};

export default {
  testTimeout: 60_000,
  testSequencer: '<rootDir>/packages/testing/src/jest/longest-first.mjs',
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,packages}/**/src/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['\\.(int|slow)\\.test\\.ts$', '/node_modules/'] },
    { ...base, displayName: 'integration', testMatch: ['<rootDir>/{apps,packages}/**/src/**/*.int.test.ts'], globalSetup: '<rootDir>/packages/testing/src/jest/global-setup.mjs', globalTeardown: '<rootDir>/packages/testing/src/jest/global-teardown.mjs' },
    { ...base, displayName: 'slow', testMatch: ['<rootDir>/{apps,packages}/**/src/**/*.slow.test.ts'], globalSetup: '<rootDir>/packages/testing/src/jest/global-setup.mjs', globalTeardown: '<rootDir>/packages/testing/src/jest/global-teardown.mjs' },
  ],
};
