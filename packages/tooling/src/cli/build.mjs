// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROGRAMS, programFile } from '../bundler/programs.mjs';
import { serve, servedPageBuilds } from './checkout-users.mjs';
import { environment } from './env.mjs';
import { npmCommand } from './npm-command.mjs';
import { packageBin } from './package-bin.mjs';
import { choosePageBuild, PAGE_BUILDS } from './page-build.mjs';
import { Problem } from './problem.mjs';
import { waitForLock } from './process-lock.mjs';
import { CACHE_FOLDER, REPOSITORY } from './repository.mjs';
import { runCommand } from './run-command.mjs';
import { sourceStamp } from './source-stamp.mjs';
import { writeFileAtomically } from './write-file-atomically.mjs';

/** @typedef {import('./terminal.mjs').Step} Step */

export const PORTAL_FOLDER = path.join(REPOSITORY, 'apps', 'portal');
/** What stands in the stamps for every package's compiled code and the programs bundled from it, as `.next` stands for the pages. */
const CODE = 'bundle';

/**
 * Builds what changed. One build at a time in a checkout; compiled code is shared by all who run from it (a running process has
 * loaded its own long ago), pages are not.
 * @param {{ step: Step, signal?: AbortSignal, isForced?: boolean, withPages?: boolean }} options
 * @returns {Promise<string>} The folder of the pages, for TENON_NEXT_DIST.
 */
export async function buildWhatChanged({ step, signal, isForced = false, withPages = true }) {
  const lock = await waitForLock(path.join(CACHE_FOLDER, 'build.lock'), {
    onWait: ({ pid }) => step.note(`waiting for another build (process ${pid})`),
    ...(signal && { signal }),
  });
  try {
    const stamp = sourceStamp(REPOSITORY);
    const isCurrent = (/** @type {string} */ output) => !isForced && readStamp(output) === stamp && isThere(output);
    const pages = choosePageBuild({ isCurrent, served: servedPageBuilds() });
    const wanted = withPages ? [CODE, pages] : [CODE];
    serve(pages);
    if (wanted.every(isCurrent)) {
      step.done('up to date');
      return pages;
    }
    await build({ pages: withPages ? pages : null, step, signal });
    for (const output of wanted) await writeFileAtomically(stampFile(output), stamp);
    step.done('built');
    return pages;
  } finally {
    lock.release();
  }
}

/** @param {{ pages: string | null, step: Step, signal: AbortSignal | undefined }} options */
async function build({ pages, step, signal }) {
  const [usual] = PAGE_BUILDS;
  step.note(pages ? 'compiling; the portal\'s pages take a minute the first time' : 'compiling');
  const everything = pages === usual;
  await runTurbo(everything ? ['bundle', 'build'] : ['bundle'], step, signal);
  if (everything || !pages) return;
  // Past turbo's cache: it would put an earlier build back over the folder that a running portal serves.
  const { program, args, options } = npmCommand(['run', 'build', '--silent']);
  const env = { ...options.env, ...QUIET, TENON_NEXT_DIST: pages };
  const result = await runCommand(program, args, { ...options, cwd: PORTAL_FOLDER, env, ...(signal && { signal }) });
  settle(result, step, signal);
}

/** Nobody but the person at the terminal needs to know of a build. */
const QUIET = { TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };

/**
 * Runs tasks of all packages through turbo, which skips what did not change.
 * @param {readonly string[]} tasks
 * @param {Step} step
 * @param {AbortSignal | undefined} signal
 */
export async function runTurbo(tasks, step, signal) {
  const args = [packageBin('turbo'), 'run', ...tasks, '--output-logs=errors-only', '--no-daemon', '--ui=stream', '--no-color'];
  const result = await runCommand(process.execPath, args, { cwd: REPOSITORY, env: { ...environment(), ...QUIET }, keepLines: 60, ...(signal && { signal }) });
  settle(result, step, signal);
}

/**
 * @param {import('./run-command.mjs').CommandResult} result
 * @param {Step} step
 * @param {AbortSignal | undefined} signal
 */
function settle({ code, lines }, step, signal) {
  if (code === 0) return;
  step.fail(signal?.aborted ? 'broken off' : 'failed');
  signal?.throwIfAborted();
  throw new Problem('The build failed:', { lines });
}

/** @param {string} output */
const stampFile = (output) => path.join(CACHE_FOLDER, `built-${output}`);

/** @param {string} output */
function readStamp(output) {
  return existsSync(stampFile(output)) ? readFileSync(stampFile(output), 'utf8') : null;
}

/**
 * A removed output is built again, whatever its stamp says.
 * @param {string} output
 */
function isThere(output) {
  if (output !== CODE) return existsSync(path.join(PORTAL_FOLDER, output, 'BUILD_ID'));
  const programs = Object.entries(PROGRAMS).flatMap(([app, names]) => names.map((name) => programFile(app, name)));
  return [...programs, path.join(PORTAL_FOLDER, 'dist')].every((file) => existsSync(file));
}
