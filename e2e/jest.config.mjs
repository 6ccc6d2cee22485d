// @ts-check
/** Journeys through the real doors of a platform that `npm test` starts as `npm start` would; TENON_PLATFORM_FILE says where it is. */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
  runtime: '<rootDir>/packages/tooling/src/test/native/runtime.cjs',
  testEnvironment: '<rootDir>/packages/tooling/src/test/native/environment.mjs',
  globalSetup: '<rootDir>/e2e/global-setup.mjs',
  globalTeardown: '<rootDir>/packages/tooling/src/test/native/global-teardown.mjs',
  testSequencer: '<rootDir>/e2e/longest-first.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['/dist/', '/\\.next'],
  transform: {},
  testTimeout: 900_000,
  maxWorkers: 1,
};
