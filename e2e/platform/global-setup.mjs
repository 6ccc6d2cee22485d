// @ts-check
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPlatform } from './start-platform.mjs';

/** Starts the platform on free ports and a data folder of its own, or uses the one that TENON_E2E_DATA_DIR names. */
export default async function globalSetup() {
  if (process.env.TENON_E2E_DATA_DIR) return;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tenon-e2e-'));
  const platform = await startPlatform(dataDir);
  process.env.TENON_E2E_DATA_DIR = dataDir;
  Object.assign(globalThis, { tenonPlatform: { platform, dataDir } });
}
