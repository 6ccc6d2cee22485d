/** One way to run TypeScript in tests: SWC, native ESM, packages read from their sources (condition `tenon-source`). */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['tenon-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/\\.next', '<rootDir>/e2e/node_modules'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'es6' },
      swcrc: false,
      sourceMaps: 'inline',
    }],
  },
};

export default {
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,packages}/**/src/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['\\.(int|slow)\\.test\\.ts$', '/node_modules/'] },
    { ...base, displayName: 'integration', testMatch: ['<rootDir>/{apps,packages}/**/src/**/*.int.test.ts'], globalSetup: '<rootDir>/packages/testing/src/jest/global-setup.mjs', globalTeardown: '<rootDir>/packages/testing/src/jest/global-teardown.mjs' },
    { ...base, displayName: 'slow', testMatch: ['<rootDir>/{apps,packages}/**/src/**/*.slow.test.ts'], globalSetup: '<rootDir>/packages/testing/src/jest/global-setup.mjs', globalTeardown: '<rootDir>/packages/testing/src/jest/global-teardown.mjs' },
  ],
};
