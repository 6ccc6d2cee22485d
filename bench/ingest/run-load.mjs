// @ts-check
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpuMs, peakMb } from './cpu.mjs';

/**
 * @typedef {object} LoadOptions
 * @property {number} seconds How long each is measured, after a warm-up.
 * @property {number} connections One device each.
 * @property {number} window Messages of a connection that wait for their PUBACK.
 *
 * @typedef {object} Figures
 * @property {number} perSecond Messages acknowledged a second.
 * @property {number} p50Ms From writing a message, or from when it was due, to reading its PUBACK.
 * @property {number} p99Ms
 * @property {Record<string, number>} cpuUsPerMessage By process, of the measured time.
 *
 * @typedef {object} More
 * @property {number} acknowledged In all, warm-up included.
 * @property {Figures} half The same at half the top rate.
 * @property {Record<string, number>} peakMb The most that each process itself held, not its children.
 *
 * @typedef {Figures & More} LoadResult
 */

const WARM_UP_MS = 3_000;
/** Until what was in flight at full rate is answered. */
const SETTLE_MS = 1_500;
const LOAD = fileURLToPath(new URL('./load.mjs', import.meta.url));

/**
 * Runs the load in a process of its own, first as fast as it goes and then at half of that, and measures the processors that `pids` (and their children) take
 * meanwhile.
 * @param {LoadOptions & { port: number, tokens: readonly string[], pids: Record<string, number> }} options
 * @returns {Promise<LoadResult>}
 */
export async function runLoad({ seconds, connections, window, port, tokens, pids }) {
  const child = fork(LOAD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const watched = { ...pids, load: child.pid ?? 0 };
  const ask = (/** @type {object} */ message) => {
    const answered = answer(child);
    child.send(message);
    return answered;
  };
  await ask({ kind: 'begin', connections, window, port, tokens });
  await wait(WARM_UP_MS);
  const top = await measure(ask, watched, seconds);
  await ask({ kind: 'pace', perSecond: top.perSecond / 2 });
  await wait(SETTLE_MS);
  const half = await measure(ask, watched, seconds);
  const { acknowledged } = await ask({ kind: 'end' });
  child.disconnect();
  const peak = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, peakMb(pid)]));
  return { ...top, half, peakMb: peak, acknowledged };
}

/**
 * @param {(message: object) => Promise<any>} ask
 * @param {Record<string, number>} watched
 * @param {number} seconds
 * @returns {Promise<Figures>}
 */
async function measure(ask, watched, seconds) {
  await ask({ kind: 'measure' });
  const [before, startedMs] = [cpuOf(watched), performance.now()];
  await wait(seconds * 1_000);
  const [after, endedMs] = [cpuOf(watched), performance.now()];
  const { measured, p50Ms, p99Ms } = await ask({ kind: 'measured' });
  const cpuUsPerMessage = Object.fromEntries(Object.keys(watched).map((name) => [name, (((after[name] ?? 0) - (before[name] ?? 0)) * 1_000) / measured]));
  return { perSecond: (measured / (endedMs - startedMs)) * 1_000, p50Ms, p99Ms, cpuUsPerMessage };
}

/** @param {Record<string, number>} pids */
function cpuOf(pids) {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMs(pid)]));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<any>}
 */
function answer(child) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The load ended with ${code}.`)));
  });
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
