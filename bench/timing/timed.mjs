// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

const WARM_UP = 3;

/** @typedef {{ p50Ms: number, p95Ms: number, cpuUs: number | null }} Timing `cpuUs`: processor time a question, of this process and the server's; null where there is no /proc. */

/**
 * The server process of a pool's only connection. A pool lets go of a connection that was idle for long, so it is asked each time.
 * @param {import('pg').Pool} superuser
 * @param {string} name The pool's application name.
 * @returns {Promise<number>}
 */
export async function backendOf(superuser, name) {
  const { rows } = await superuser.query('SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()', [name]);
  return rows[0]?.pid ?? 0;
}

/** Processor time of a server process in µs, all its threads, from the scheduler's own count; null where there is no /proc. @param {number} pid */
function serverCpuUs(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]));
    return threads.reduce((sum, ns) => sum + ns, 0) / 1_000;
  } catch {
    return null;
  }
}

/**
 * Wall and processor time (server's and this process's) of a question asked again and again.
 * @param {() => Promise<unknown>} ask
 * @param {number} pid The server process that answers it.
 * @param {number} rounds
 * @returns {Promise<Timing>}
 */
export async function timed(ask, pid, rounds) {
  for (let i = 0; i < WARM_UP; i += 1) await ask();
  const own = process.cpuUsage();
  const before = serverCpuUs(pid);
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < rounds; i += 1) {
    const startedMs = performance.now();
    await ask();
    times.push(performance.now() - startedMs);
  }
  const used = process.cpuUsage(own);
  const after = serverCpuUs(pid);
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  const cpuUs = before === null || after === null ? null : after - before + used.user + used.system;
  return { p50Ms: at(0.5), p95Ms: at(0.95), cpuUs: cpuUs === null ? null : cpuUs / rounds };
}
