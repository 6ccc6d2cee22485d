// @ts-check
/** Journeys through the real doors of a platform that `npm test` starts as `npm start` would; TENON_PLATFORM_FILE says where it is. */
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['tenon-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/\\.next'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, swcrc: false, sourceMaps: 'inline' }] },
  testTimeout: 300_000,
  maxWorkers: 1,
};
