// @ts-check
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readRecord } from './cluster-record.mjs';

/**
 * Removes a data folder for good, with what was kept elsewhere for it because PostgreSQL's account could not enter it.
 * Its server must be stopped.
 * @param {string} dataDir
 */
export async function removeDataFolder(dataDir) {
  const clusterDir = readRecord(dataDir)?.clusterDir ?? '';
  if (path.isAbsolute(clusterDir)) await rm(path.dirname(clusterDir), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
