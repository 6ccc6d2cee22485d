// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { isHolding, readHolder } from '../cli/process-lock.mjs';
import { openCluster, recordedRoleUrl } from '../postgres/index.mjs';
import { claimDataFolder } from '../start/data-folder.mjs';
import { DATABASE } from '../start/database.mjs';
import { migrateDatabase } from '../start/migrate-step.mjs';
import { readPlatformFile } from '../start/platform-file.mjs';

/**
 * Lets `work` at the platform's database: the one that DATABASE_URL names, the one that is running on the data folder, or the
 * one of a stopped platform, which is started for as long as the work takes and brought to this version's tables.
 * @template Result
 * @param {{ config: Pick<import('../start/config.mjs').StartConfig, 'databaseUrl' | 'dataDir'>, terminal: import('../cli/terminal.mjs').Terminal }} context
 * @param {(databaseUrl: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withDatabase({ config: { databaseUrl, dataDir }, terminal }, work) {
  if (databaseUrl) return work(databaseUrl);
  if (!existsSync(path.join(dataDir, 'postgres.json'))) {
    throw new Problem(`There is no platform in the data folder ${dataDir} yet. Start it once (npm start -- --no-demo), name another folder (TENON_DATA_DIR), or a database (DATABASE_URL).`);
  }
  if (isRunning(dataDir)) return work(urlOfRunning(dataDir));
  return whileStarted({ dataDir, terminal }, work);
}

/** @param {string} dataDir */
function urlOfRunning(dataDir) {
  if (readPlatformFile(dataDir)?.state !== 'running') throw new Problem(`The platform in ${dataDir} is just starting or stopping. Try again in a minute.`);
  const url = recordedRoleUrl(dataDir, DATABASE, DATABASE);
  if (url === null) throw new Problem(`The platform in ${dataDir} runs on a database of its own: set DATABASE_URL as for its start.`);
  return url;
}

/**
 * @template Result
 * @param {{ dataDir: string, terminal: import('../cli/terminal.mjs').Terminal }} context
 * @param {(databaseUrl: string) => Promise<Result>} work
 */
function whileStarted({ dataDir, terminal }, work) {
  return whileClusterRuns({ dataDir, terminal }, async (cluster) => {
    const url = await cluster.roleUrl(DATABASE, DATABASE);
    await migrateDatabase({ databaseUrl: url, step: terminal.step('Migrations'), signal: new AbortController().signal });
    return work(url);
  });
}

/**
 * Lets `work` at the PostgreSQL of a data folder: the one that is running, or a stopped platform's, started for as long as the work takes.
 * @template Result
 * @param {{ dataDir: string, terminal: import('../cli/terminal.mjs').Terminal }} context
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function withCluster({ dataDir, terminal }, work) {
  if (!existsSync(path.join(dataDir, 'postgres.json'))) throw new Problem(`There is no database in the data folder ${dataDir}. Name another folder (TENON_DATA_DIR).`);
  return isRunning(dataDir) ? work() : whileClusterRuns({ dataDir, terminal }, work);
}

/** @param {string} dataDir */
function isRunning(dataDir) {
  return isHolding(readHolder(path.join(dataDir, 'supervisor.lock')));
}

/**
 * @template Result
 * @param {{ dataDir: string, terminal: import('../cli/terminal.mjs').Terminal }} context
 * @param {(cluster: import('../postgres/open-cluster.mjs').Cluster) => Promise<Result>} work
 */
async function whileClusterRuns({ dataDir, terminal }, work) {
  const lock = await claimDataFolder({ dataDir, onWait: terminal.say });
  try {
    const cluster = await openCluster({ dataDir, say: terminal.say });
    try {
      const server = await cluster.start();
      try {
        return await work(cluster);
      } finally {
        await server.stop();
      }
    } finally {
      cluster.close();
    }
  } finally {
    lock.release();
  }
}
