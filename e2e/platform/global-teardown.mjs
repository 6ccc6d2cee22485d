// @ts-check
import { rm } from 'node:fs/promises';

/** Stops the journeys' platform and removes its data. */
export default async function globalTeardown() {
  const { tenonPlatform } = /** @type {{ tenonPlatform?: { platform: { stop(): Promise<void> }, dataDir: string } }} */ (globalThis);
  if (!tenonPlatform) return;
  await tenonPlatform.platform.stop();
  await rm(tenonPlatform.dataDir, { recursive: true, force: true });
}
