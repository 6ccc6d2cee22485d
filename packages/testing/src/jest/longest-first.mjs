// @ts-check
import { longestFirst } from '../../../tooling/src/test/longest-first.mjs';

export default longestFirst([
  'isolation.int.test.ts', 'gateways-health.int.test.ts', 'people.int.test.ts', 'replay.int.test.ts', 'invitations.int.test.ts', 'backup.int.test.ts', 'postgres.int.test.ts', 'jobs.int.test.ts',
  'second-factor.int.test.ts', 'energy-pipeline.int.test.ts', 'rotate-keys.int.test.ts', 'programs.int.test.ts', 'mqtt-hostile.int.test.ts', 'sign-in.int.test.ts',
]);
