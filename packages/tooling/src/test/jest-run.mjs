// @ts-check
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { environment } from '../cli/env.mjs';
import { packageBin } from '../cli/package-bin.mjs';
import { CACHE_FOLDER, REPOSITORY } from '../cli/repository.mjs';
import { runCommand } from '../cli/run-command.mjs';
import { failures, skippedTitles, tallyOf } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** A test that leaves something open keeps Jest from ending; that is a failure, not a wait without end. */
const TIMEOUT_MS = 20 * 60_000;

/**
 * Runs Jest, hands its lines on, since two may run at one time, and counts what it reports.
 * @param {{ name: string, args: readonly string[], terminal: import('../cli/terminal.mjs').Terminal, signal: AbortSignal, env?: Record<string, string> }} options
 * @returns {Promise<Tally>}
 */
export async function runJest({ name, args, terminal, signal, env = {} }) {
  const reportFile = path.join(CACHE_FOLDER, 'reports', `${name}.json`);
  mkdirSync(path.dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const outer = environment();
  const { code } = await runCommand(process.execPath, [packageBin('jest'), ...args, '--json', `--outputFile=${reportFile}`], {
    cwd: REPOSITORY,
    env: { ...outer, ...(terminal.isPainted && { FORCE_COLOR: '1' }), ...env },
    // Jest prints its JSON to standard output when asked for it in a file as well; people read standard error.
    stdio: ['ignore', 'ignore', 'pipe'],
    onLine: terminal.say,
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const report = readReport(reportFile);
  for (const title of skippedTitles(report)) terminal.say(`  skipped: ${title}`);
  const tally = tallyOf(report, code);
  const named = failures(report);
  return { ...tally, failures: tally.failed > 0 && named.length === 0 ? [`${name}: ended with ${code}, and no test says why`] : named };
}

/**
 * @param {string} file
 * @returns {import('./tally.mjs').JestReport | null}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
