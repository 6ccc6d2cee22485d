// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { lastLines } from '../cli/last-lines.mjs';
import { eachLine } from '../cli/line-splitter.mjs';
import { Problem } from '../cli/problem.mjs';
import { runCommand } from '../cli/run-command.mjs';
import { sleep } from '../cli/sleep.mjs';
import { stopByPid } from './orphan.mjs';
import { readPostmasterFile } from './postmaster-file.mjs';
import { programEnvironment } from './program-environment.mjs';
import { spawnAs } from './reach.mjs';
import { serverArguments } from './settings.mjs';
import { watchOver } from './watchdog.mjs';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {import('./binaries.mjs').Binaries} Binaries */

/**
 * @typedef {object} Server A running PostgreSQL.
 * @property {number} pid
 * @property {Promise<string>} exited Resolves, with how it ended, when it is gone for whatever reason.
 * @property {() => Promise<void>} stop Cuts sessions, writes everything, ends.
 * @property {() => void} abort Ends at once; the next start recovers from the log.
 *
 * @typedef {object} ServerOptions
 * @property {string} clusterDir
 * @property {Account | null} account
 * @property {Binaries} binaries
 * @property {number} port
 * @property {boolean} isDurable
 * @property {Record<string, string>} [settings]
 * @property {(line: string) => void} log
 */

/** Recovery after a crash replays up to `max_wal_size`; a slow disk takes its time. */
const READY_TIMEOUT_MS = 180_000;

/**
 * Starts the server and waits until it takes connections.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function launchServer(options) {
  const { clusterDir, account, binaries, log } = options;
  const child = spawn(binaries.postgres, ['-D', clusterDir, ...serverArguments({ extra: {}, ...options })], {
    cwd: path.dirname(clusterDir),
    env: programEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // out of the terminal's group: Ctrl-C must not stop it before its clients
    windowsHide: true,
    ...spawnAs(account),
  });
  const tail = lastLines();
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, (line) => {
      tail.add(line);
      log(line);
    });
  }
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (failure) => resolve(failure.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const pid = child.pid ?? 0;
  const watchdog = watchOver({ pid, clusterDir, account });
  void exited.then(() => watchdog.dismiss());
  const stop = () => stopServer({ pid, pgCtl: binaries.pgCtl, clusterDir, exited });
  await untilReady({ pid, clusterDir, exited, tail, stop });
  return { pid, exited, stop, abort: () => void child.kill('SIGQUIT') };
}

/** @param {{ pid: number, clusterDir: string, exited: Promise<string>, tail: ReturnType<typeof lastLines>, stop: () => Promise<void> }} server */
async function untilReady({ pid, clusterDir, exited, tail, stop }) {
  /** @type {string | null} */
  let ending = null;
  void exited.then((how) => (ending = how));
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (ending === null) {
    const file = readPostmasterFile(clusterDir);
    if (file?.pid === pid && file.isReady) return;
    if (Date.now() > deadline) {
      await stop();
      throw new Problem('PostgreSQL did not become ready in time.', { lines: tail.get() });
    }
    await sleep(25);
  }
  await sleep(50); // its last words may still be on their way
  throw new Problem(`PostgreSQL did not start (${ending}).`, { lines: tail.get() });
}

/** @param {{ pid: number, pgCtl: string, clusterDir: string, exited: Promise<string> }} server */
async function stopServer({ pid, pgCtl, clusterDir, exited }) {
  // Windows has no signals to ask with.
  if (process.platform === 'win32') await runCommand(pgCtl, ['stop', '--mode=fast', `--pgdata=${clusterDir}`], { env: programEnvironment() });
  else await stopByPid(pid);
  await exited;
}
