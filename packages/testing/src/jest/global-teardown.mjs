// @ts-check
import { removeScratch } from '../../../tooling/src/test/native/scratch.mjs';

/** Stops the run's PostgreSQL and removes what the run put down. */
export default async function globalTeardown() {
  const kept = /** @type {{ tenonTests?: { postgres: import('../../../tooling/src/postgres/index.mjs').RunningPostgres } }} */ (globalThis).tenonTests;
  await kept?.postgres.stop();
  removeScratch();
}
