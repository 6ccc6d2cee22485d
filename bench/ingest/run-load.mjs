// @ts-check
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpuMs, peakMb } from './cpu.mjs';

/**
 * @typedef {object} LoadOptions
 * @property {number} seconds How long is measured, after a warm-up.
 * @property {number} connections One device each.
 * @property {number} window Messages of a connection that wait for their PUBACK.
 *
 * @typedef {object} LoadResult
 * @property {number} perSecond Messages acknowledged a second.
 * @property {number} p50Ms From writing a message to reading its PUBACK.
 * @property {number} p99Ms
 * @property {number} acknowledged In all, warm-up included.
 * @property {Record<string, number>} cpuUsPerMessage By process, of the measured time.
 * @property {Record<string, number>} peakMb The most that each process itself held, not its children.
 */

const WARM_UP_MS = 3_000;
const LOAD = fileURLToPath(new URL('./load.mjs', import.meta.url));

/**
 * Runs the load in a process of its own and measures the processors that `pids` (and their children) take meanwhile.
 * @param {LoadOptions & { port: number, tokens: readonly string[], pids: Record<string, number> }} options
 * @returns {Promise<LoadResult>}
 */
export async function runLoad({ seconds, connections, window, port, tokens, pids }) {
  const child = fork(LOAD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const next = () => answer(child);
  const watched = { ...pids, load: child.pid ?? 0 };
  child.send({ kind: 'begin', connections, window, port, tokens });
  await next();
  await wait(WARM_UP_MS);
  child.send({ kind: 'measure' });
  await next();
  const [before, startedMs] = [cpuOf(watched), performance.now()];
  await wait(seconds * 1_000);
  const [after, endedMs] = [cpuOf(watched), performance.now()];
  child.send({ kind: 'end' });
  const { measured, p50Ms, p99Ms, acknowledged } = await next();
  child.disconnect();
  const cpuUsPerMessage = Object.fromEntries(Object.keys(watched).map((name) => [name, (((after[name] ?? 0) - (before[name] ?? 0)) * 1_000) / measured]));
  const peak = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, peakMb(pid)]));
  return { peakMb: peak, perSecond: (measured / (endedMs - startedMs)) * 1_000, p50Ms, p99Ms, acknowledged, cpuUsPerMessage };
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
