// @ts-check
import { programFile } from '../bundler/programs.mjs';
import { Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { runCommand } from '../cli/run-command.mjs';

/**
 * How to look at the demo company, as its maker prints it.
 * @typedef {object} DemoAccess
 * @property {string} email
 * @property {string} password
 * @property {string} staffEmail
 * @property {string} staffPassword
 * @property {string} token Of one machine.
 * @property {string} deviceName
 */

const SCRIPT = programFile('api', 'seed-demo');

/**
 * Makes the demo company, or finds it made.
 * @param {{ env: NodeJS.ProcessEnv, onLine: (line: string) => void, signal: AbortSignal }} options
 * @returns {Promise<DemoAccess>}
 */
export async function seedDemo({ env, onLine, signal }) {
  const { code, lines } = await runCommand(process.execPath, ['--enable-source-maps', SCRIPT], { cwd: REPOSITORY, env, onLine, signal });
  signal.throwIfAborted();
  const access = code === 0 ? parseAccess(lines) : null;
  if (access === null) throw new Problem(`The demo company could not be made (exit code ${code}).`, { lines });
  return access;
}

/**
 * @param {readonly string[]} lines
 * @returns {DemoAccess | null}
 */
export function parseAccess(lines) {
  const last = lines.at(-1) ?? '';
  try {
    const access = JSON.parse(last);
    return typeof access?.email === 'string' && typeof access.token === 'string' ? access : null;
  } catch {
    return null;
  }
}
