// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lastLines } from '../cli/last-lines.mjs';
import { eachLine } from '../cli/line-splitter.mjs';
import { Problem } from '../cli/problem.mjs';
import { isAlive } from '../cli/process-identity.mjs';
import { waitUntil } from '../cli/sleep.mjs';
import { PORTS } from '../start/config.mjs';
import { readPlatformFile } from '../start/platform-file.mjs';

/** @typedef {import('../postgres/account.mjs').Account} Account */
/** @typedef {import('../start/platform-file.mjs').PlatformFile} PlatformFile */

/**
 * @typedef {object} StartedPlatform
 * @property {PlatformFile} file As it was when all was up.
 * @property {() => readonly string[]} lines What `npm start` said.
 * @property {() => Promise<void>} stop As Ctrl-C does.
 * @property {Promise<number>} ended The exit code of npm.
 *
 * @typedef {object} StartRequest
 * @property {string} checkout
 * @property {string} dataDir
 * @property {Account | null} [account] Who starts it; null: root.
 * @property {string} [home]
 * @property {boolean} [onAnyPort] Beside other platforms of this machine.
 * @property {Record<string, string>} [settings]
 * @property {readonly string[]} [args] Of `npm start`.
 */

/** Packages, build and a month of demo history, on a machine that others use too. */
const START_TIMEOUT_MS = 20 * 60_000;

/** What a person's shell has, and no more: settings of whoever runs the proof are not the proof's. */
const environmentOf = (/** @type {StartRequest} */ { dataDir, home = '/root', onAnyPort = false, settings = {} }) => ({
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: home,
  TENON_DATA_DIR: dataDir,
  ...(onAnyPort && Object.fromEntries(Object.keys(PORTS).map((name) => [name, '0']))),
  ...settings,
});

/** @param {StartRequest} request */
function launch(request) {
  const { checkout, account, args = [] } = request;
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const child = spawn('npm', ['start', '--', ...args], { cwd: checkout, env: environmentOf(request), stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...identity });
  const tail = lastLines(200);
  for (const stream of [child.stdout, child.stderr]) eachLine(stream, tail.add);
  return { child, lines: tail.get, ended: once(child, 'exit').then(([code]) => Number(code ?? 128)) };
}

/**
 * Runs `npm start` and waits until the platform says that it runs.
 * @param {StartRequest} request
 * @returns {Promise<StartedPlatform>}
 */
export async function startPlatform(request) {
  const { child, lines, ended } = launch(request);
  const life = { isOver: false };
  void ended.then(() => (life.isOver = true));
  const isUp = () => isRunning(readPlatformFile(request.dataDir));
  await waitUntil(() => life.isOver || isUp(), { timeoutMs: START_TIMEOUT_MS, everyMs: 200 });
  const file = readPlatformFile(request.dataDir);
  const stop = async () => {
    if (!life.isOver) process.kill(readPlatformFile(request.dataDir)?.pid ?? child.pid ?? 0, 'SIGTERM');
    await ended;
  };
  if (file && isRunning(file)) return { file, lines, stop, ended };
  await stop();
  throw new Problem('The platform did not start:', { lines: lines().slice(-40) });
}

/**
 * A killed supervisor leaves its file behind, saying that all runs.
 * @param {PlatformFile | null} file
 */
function isRunning(file) {
  return file?.state === 'running' && isAlive(file.pid);
}

/**
 * Runs a start that must be refused.
 * @param {StartRequest} request
 * @returns {Promise<{ code: number, text: string }>}
 */
export async function refusedStart(request) {
  const { ended, lines } = launch(request);
  return { code: await ended, text: lines().join('\n') };
}
