// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isInstalled } from './installed-packages.mjs';
import { npmCommand } from './npm-command.mjs';
import { Problem } from './problem.mjs';
import { waitForLock } from './process-lock.mjs';
import { CACHE_FOLDER } from './repository.mjs';
import { runCommand } from './run-command.mjs';
import { writeFileAtomically } from './write-file-atomically.mjs';

/** @typedef {import('./terminal.mjs').Step} Step */

const CI_FLAGS = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs what each folder's package-lock.json asks for, unless it is there; all at one time, since most of it is waiting.
 * @param {{ folders: readonly string[], step: Step, signal?: AbortSignal }} options `folders`: where package.json stands.
 */
export async function installPackages({ folders, step, signal }) {
  const outcomes = await Promise.all(folders.map((folder) => installFolder(folder, step, signal)));
  step.done(outcomes.includes('installed') ? 'installed' : 'up to date');
}

/**
 * A stamp inside node_modules names the lock file it was made from, so that a node_modules that was removed, or is half-way, is
 * never taken for whole.
 * @param {string} folder
 * @param {Step} step
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<'installed' | 'up to date'>}
 */
async function installFolder(folder, step, signal) {
  if (isCurrent(folder)) return 'up to date';
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const lock = await waitForLock(path.join(CACHE_FOLDER, `install-${name}.lock`), {
    onWait: ({ pid }) => step.note(`waiting for another install (process ${pid})`),
    ...(signal && { signal }),
  });
  try {
    if (isCurrent(folder)) return 'up to date';
    if (!hasSamePackages(folder)) await runNpmCi(folder, step, signal);
    await writeFileAtomically(stampFile(folder), stampOf(folder));
    return 'installed';
  } finally {
    lock.release();
  }
}

/**
 * @param {string} folder
 * @param {Step} step
 * @param {AbortSignal | undefined} signal
 */
async function runNpmCi(folder, step, signal) {
  step.note('npm ci (one to three minutes the first time)');
  const { program, args, options } = npmCommand(CI_FLAGS);
  const { code, lines } = await runCommand(program, args, { ...options, cwd: folder, keepLines: 500, ...(signal && { signal }) });
  if (code === 0) return;
  step.fail(signal?.aborted ? 'broken off' : 'npm ci failed');
  signal?.throwIfAborted();
  throw new Problem(`npm could not install the packages of ${folder} (exit code ${code}). Is the registry reachable, and the disk not full?`, { lines: lines.slice(0, 20) }); // the cause comes first, then its manual
}

/** @param {string} folder */
const stampFile = (folder) => path.join(folder, 'node_modules', '.tenon-install');

/**
 * The lock file by its content; the platform too, for a checkout that is mounted into another system.
 * @param {string} folder
 */
function stampOf(folder) {
  const hash = createHash('sha256').update(readFileSync(path.join(folder, 'package-lock.json'))).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/** @param {string} folder */
function isCurrent(folder) {
  return existsSync(stampFile(folder)) && readFileSync(stampFile(folder), 'utf8') === stampOf(folder);
}

/** @param {string} folder */
function hasSamePackages(folder) {
  const noted = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(noted) || existsSync(stampFile(folder))) return false;
  return isInstalled(readJson(path.join(folder, 'package-lock.json')), readJson(noted));
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
