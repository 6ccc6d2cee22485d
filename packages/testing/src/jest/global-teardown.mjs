// @ts-check
import { rm } from 'node:fs/promises';

/** Stops the run's PostgreSQL and removes its folder. */
export default async function globalTeardown() {
  const kept = /** @type {{ tenonTests?: { postgres: import('../../../tooling/src/postgres/index.mjs').RunningPostgres, dataDir: string } }} */ (globalThis).tenonTests;
  if (!kept) return;
  await kept.postgres.stop();
  await rm(kept.dataDir, { recursive: true, force: true });
}
