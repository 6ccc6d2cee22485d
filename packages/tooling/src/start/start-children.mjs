// @ts-check
import { openRotatingLog } from '../cli/rotating-log.mjs';
import { waitUntil } from '../cli/sleep.mjs';
import { briefError, createThrottle } from './child-log.mjs';
import { childCommand, CHILDREN } from './children.mjs';
import { keepRunning } from './keep-running.mjs';
import { launchChild } from './launch-child.mjs';
import { logFile } from './log-file.mjs';

/** @typedef {import('./start-platform.mjs').StartContext} StartContext */
/** @typedef {import('./keep-running.mjs').Kept} Kept */

/**
 * @typedef {StartContext & {
 *   platform: ReturnType<typeof import('./platform-file.mjs').openPlatformFile>,
 *   ports: import('./config.mjs').Ports,
 *   childEnv: NodeJS.ProcessEnv,
 *   database: import('./database.mjs').Database,
 * }} ChildrenContext
 */

const DATABASE_PATIENCE_MS = 60_000;

/**
 * Starts the node processes together and waits until each answers.
 * @param {ChildrenContext} context
 * @returns {Promise<readonly Kept[]>}
 */
export async function startChildren(context) {
  const { terminal, shutdown } = context;
  const step = terminal.step('Processes');
  const children = CHILDREN.map((child) => startChild(child, context));
  const waiting = new Set(children.map(({ name }) => name));
  const note = () => step.note(`waiting for ${[...waiting].join(', ')}`);
  note();
  const all = Promise.all(
    children.map(async ({ name, ready }) => {
      await ready;
      waiting.delete(name);
      note();
    }),
  );
  try {
    await Promise.race([all, rejectOnAbort(shutdown.signal)]);
  } catch (failure) {
    step.fail(`${[...waiting].join(', ')} did not answer`);
    throw failure;
  }
  step.done(children.map(({ name }) => name).join(', '));
  return children;
}

/**
 * @param {(typeof CHILDREN)[number]} child
 * @param {ChildrenContext} context
 * @returns {Kept}
 */
function startChild(child, { config, ports, childEnv, database, platform, terminal, shutdown, options }) {
  const log = openRotatingLog(logFile(config.dataDir, child.name));
  const isNew = createThrottle();
  const onLine = (/** @type {string} */ line) => {
    log.write(line);
    const error = briefError(line);
    if (error && isNew(error)) terminal.warn(`${child.name}: ${error}`);
  };
  const kept = keepRunning({
    name: child.name,
    async launch() {
      // While the database is down each start would fail, and each failure would lengthen the wait for the next.
      await waitUntil(() => database.isUp() || shutdown.signal.aborted, { timeoutMs: DATABASE_PATIENCE_MS });
      return launchChild({ ...childCommand(child, ports, { isWatched: options.isDev }), name: child.name, env: childEnv, graceMs: child.graceMs, onLine });
    },
    say: terminal.warn,
    onPid: (pid) => platform.tellProcess(child.name, pid),
  });
  shutdown.add({ ...kept, stop: () => kept.stop().finally(log.close) });
  return kept;
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
function rejectOnAbort(signal) {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
