// @ts-check
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { packageBin } from '../cli/package-bin.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { runCommand } from '../cli/run-command.mjs';
import { measureFiles, tooLong } from './file-lengths.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** Each check fails or passes as one; the longest first, for two run at a time. */
const checks = () => [
  // One program says both: a second one for the types alone would read everything again.
  { name: 'lint and types', args: [packageBin('oxlint'), '--type-check', '.'] },
  { name: 'import rules', args: [packageBin('dependency-cruiser', 'depcruise'), 'apps', 'packages', '--config', '.dependency-cruiser.mjs', '--output-type', 'err'] },
  { name: 'dead code', args: [packageBin('knip'), '--no-progress'] },
];
const AT_ONCE = 2;
const ALL_LINES = 2_000;

/**
 * Types, lint, import rules, dead code: what a machine can say without running anything.
 * @param {{ terminal: import('../cli/terminal.mjs').Terminal, signal: AbortSignal, isPatient: boolean }} context `isPatient`: by the time of the
 * processor that nobody else wants.
 * @returns {Promise<readonly Tally[]>}
 */
export async function runStaticChecks({ terminal, signal, isPatient }) {
  const waiting = checks();
  /** @type {Tally[]} */
  const tallies = [];
  const lane = async () => {
    for (let check = waiting.shift(); check && !signal.aborted; check = waiting.shift()) {
      const startedAt = Date.now();
      const { code, lines } = await runCommand(process.execPath, check.args, { cwd: REPOSITORY, keepLines: ALL_LINES, signal, ...(isPatient && { priority: constants.priority.PRIORITY_LOW }) });
      tallies.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, failures: code === 0 ? [] : [check.name] });
      terminal.say(`  ${code === 0 ? '✓' : '✗'} ${check.name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
      if (code !== 0) lines.forEach((line) => terminal.say(`    ${line}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return [...tallies, checkLengths(terminal)];
}

/**
 * @param {import('../cli/terminal.mjs').Terminal} terminal
 * @returns {Tally}
 */
function checkLengths(terminal) {
  // An unpacked archive has no list of what is ours.
  if (!existsSync(path.join(REPOSITORY, '.git'))) return { passed: 0, failed: 0, skipped: 1 };
  const lengths = measureFiles();
  const faults = tooLong(lengths);
  terminal.say(`  ${faults.length === 0 ? '✓' : '✗'} file lengths: median ${lengths.median}, 95 % up to ${lengths.p95}, longest ${lengths.longest} (${lengths.longestFile}) of ${lengths.files} files`);
  faults.forEach((fault) => terminal.say(`    ${fault}`));
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, skipped: 0, failures: faults };
}
