// @ts-check
import { longestFirst } from '../../../tooling/src/test/longest-first.mjs';

export default longestFirst([
  'isolation.int.test.ts', 'gateways-health.int.test.ts', 'people.int.test.ts', 'second-factor.int.test.ts', 'backup.int.test.ts', 'postgres.int.test.ts', 'compact-points.int.test.ts', 'replay.int.test.ts',
  'device-import.int.test.ts', 'live-session.int.test.ts', 'erasure.int.test.ts', 'sign-in.int.test.ts', 'own-account.int.test.ts', 'simulator.int.test.ts', 'energy-pipeline.int.test.ts', 'jobs.int.test.ts', 'mqtt-hostile.int.test.ts',
]);
