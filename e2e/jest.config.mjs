// @ts-check
/** Journeys: one platform, started as `npm start` starts it, and every journey through its real doors. */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['tenon-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/\\.next'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, swcrc: false, sourceMaps: 'inline' }] },
  globalSetup: '<rootDir>/e2e/platform/global-setup.mjs',
  globalTeardown: '<rootDir>/e2e/platform/global-teardown.mjs',
  testTimeout: 180_000,
  maxWorkers: 1,
};
