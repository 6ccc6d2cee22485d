// @ts-check
import { rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive, isNumberInUse } from '../cli/process-identity.mjs';
import { waitUntil } from '../cli/sleep.mjs';
import { isPostmasterOf, processesOf } from './cluster-processes.mjs';
import { readPostmasterFile } from './postmaster-file.mjs';

/** Fast shutdown (sessions are cut, all is written), then at once, then by force. */
const WAYS_TO_STOP = /** @type {const} */ ([['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]]);

/**
 * Clears what a killed start left behind. A server that still runs is stopped, not taken over: its log goes nowhere, it may be
 * of an older version or older settings, and a clean stop and start costs well under a second.
 * Only for the holder of the cluster's lock.
 * @param {string} clusterDir
 * @param {(line: string) => void} say
 */
export async function stopOrphan(clusterDir, say) {
  const left = readPostmasterFile(clusterDir);
  if (left && isPostmasterOf(left.pid, clusterDir)) {
    say(`An earlier start left its PostgreSQL running (process ${left.pid}); stopping it.`);
    await stopByPid(left.pid);
  }
  await endLeftovers(clusterDir);
  // A number that another process has now, or a dead one still has, would keep PostgreSQL from starting.
  if (left && isNumberInUse(left.pid)) rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
}

/**
 * Ends processes that outlived their postmaster: while one is attached to the old shared memory, no new server may start.
 * @param {string} clusterDir
 */
export async function endLeftovers(clusterDir) {
  const isGone = () => processesOf(clusterDir).length === 0;
  if (await waitUntil(isGone, { timeoutMs: 500 })) return;
  for (const signal of /** @type {const} */ (['SIGQUIT', 'SIGKILL'])) {
    processesOf(clusterDir).forEach((pid) => send(pid, signal));
    if (await waitUntil(isGone, { timeoutMs: 2_000 })) return;
  }
}

/**
 * Stops a server by its number, in growing severity.
 * @param {number} pid
 */
export async function stopByPid(pid) {
  for (const [signal, timeoutMs] of WAYS_TO_STOP) {
    if (!send(pid, signal)) return;
    if (await waitUntil(() => !isAlive(pid), { timeoutMs })) return;
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
