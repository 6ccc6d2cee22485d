// @ts-check
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { backupsIn, readBackup } from '../backup/backup-file.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { runCommand } from '../cli/run-command.mjs';
import { sleep } from '../cli/sleep.mjs';

const MAIN = path.join(REPOSITORY, 'packages', 'tooling', 'src', 'backup', 'main.mjs');
const HOUR_MS = 3_600_000;
/** A timer cannot be set for longer than some weeks, and a machine that slept wakes late. */
const LOOK_AGAIN_MS = HOUR_MS / 4;

/**
 * When the next backup is due: so long after the newest, or, where there is none, after the data folder was made.
 * @param {{ home: string, dataDir: string, everyHours: number }} wanted
 * @returns {number} Milliseconds since 1970.
 */
export function nextBackupAt({ home, dataDir, everyHours }) {
  const [newest] = backupsIn(home);
  const since = newest === undefined ? madeAt(dataDir) : Date.parse(readBackup(newest).takenAt);
  return since + everyHours * HOUR_MS;
}

/** @param {string} dataDir */
function madeAt(dataDir) {
  const secret = path.join(dataDir, 'secret');
  return existsSync(secret) ? statSync(secret).mtimeMs : Date.now();
}

/**
 * Backs up the platform's own database by the clock, in a process of its own; one that fails is told, and tried again within the hour.
 * @param {Pick<import('./start-platform.mjs').StartContext, 'config' | 'env' | 'terminal' | 'shutdown'>} context
 */
export async function keepBackingUp({ config: { dataDir, backups: { home, everyHours } }, env, terminal, shutdown: { signal } }) {
  if (everyHours === 0) return;
  let notBefore = 0;
  while (!signal.aborted) {
    const dueAt = Math.max(nextBackupAt({ home, dataDir, everyHours }), notBefore);
    if (dueAt > Date.now()) {
      await sleep(Math.min(dueAt - Date.now(), LOOK_AGAIN_MS), signal);
      continue;
    }
    notBefore = Date.now() + HOUR_MS;
    const { code, lines } = await runCommand(process.execPath, [MAIN, '--scheduled'], { cwd: REPOSITORY, env: { ...env, TENON_DATA_DIR: dataDir }, signal });
    if (code !== 0 && !signal.aborted) [`The backup of ${new Date().toISOString()} failed; it is tried again within the hour.`, ...lines.map((line) => `  | ${line}`)].forEach(terminal.warn);
  }
}
