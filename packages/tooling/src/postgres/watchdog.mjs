// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { spawnAs } from './reach.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/** Waits for the end of its input, which comes when we are gone, however we went; then stops the server, if it is still that one. */
const SCRIPT = 'while read -r _; do :; done; [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ] && kill -INT "$1"';

/**
 * Sees to it that PostgreSQL does not outlive a supervisor that was killed with -9: PostgreSQL itself never looks.
 * @param {{ pid: number, clusterDir: string, account: Account | null }} server
 * @returns {{ dismiss: () => void }}
 */
export function watchOver({ pid, clusterDir, account }) {
  if (process.platform === 'win32') return { dismiss: () => undefined };
  const args = ['-c', SCRIPT, 'sh', String(pid), path.join(clusterDir, 'postmaster.pid')];
  const dog = spawn('/bin/sh', args, { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'], ...spawnAs(account) });
  dog.on('error', () => undefined);
  dog.stdin.on('error', () => undefined);
  dog.unref();
  return { dismiss: () => endGroup(dog.pid) };
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has done its work already.
  }
}
