// @ts-check
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { isAlive } from '../cli/process-identity.mjs';

/**
 * Whether this process is the PostgreSQL of this cluster, and not another that got its number later.
 * @param {number} pid
 * @param {string} clusterDir
 */
export function isPostmasterOf(pid, clusterDir) {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return worksIn(pid, clusterDir);
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return command.includes('postgres') && command.includes(clusterDir);
  } catch {
    return true; // Not to be told: rather ask a stranger to stop than run two servers on one cluster.
  }
}

/**
 * PostgreSQL's processes that still run in a cluster; after a killed postmaster a busy one may outlive it for long.
 * @param {string} clusterDir
 * @returns {readonly number[]} Empty where the system does not tell.
 */
export function processesOf(clusterDir) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').map(Number).filter((pid) => Number.isInteger(pid) && worksIn(pid, clusterDir));
}

/**
 * Every process of PostgreSQL works in its cluster's folder.
 * @param {number} pid
 * @param {string} clusterDir
 */
function worksIn(pid, clusterDir) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}
