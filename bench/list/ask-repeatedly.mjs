// @ts-check
import { Agent, request } from 'node:http';
import { cpuMs } from '../ingest/cpu.mjs';

/**
 * Whom a question goes to.
 * @typedef {object} Asked
 * @property {string} name
 * @property {string} url
 * @property {string} cookie
 * @property {Record<string, number>} pids The processes whose time is counted, by name.
 */

/**
 * @typedef {object} Answered
 * @property {number} perSecond
 * @property {number} p50Ms
 * @property {number} p95Ms
 * @property {number} p99Ms
 * @property {Record<string, number>} cpuUsPerRequest
 */

/**
 * Clients that ask one question again and again over kept-alive connections, each one at a time.
 * @param {Asked} asked
 * @param {{ query: string, clients: number }} load
 */
export function askers({ url, cookie, pids }, { query, clients }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...(cookie ? { cookie } : {}) };
  const ask = () =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => (text.includes('"errors"') ? reject(new Error(text.slice(0, 500))) : resolve(text)));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    ask,
    /** @param {number} times */
    warmUp: (times) => together(clients, async () => void (await ask()), (asked) => asked < times),
    /** @param {number} ms */
    during: (ms) => during(ms, { clients, ask, pids }),
    close: () => agent.destroy(),
  };
}

/** Clients that go on while there is more to ask. @param {number} clients @param {() => Promise<void>} ask @param {(asked: number) => boolean} isMore */
async function together(clients, ask, isMore) {
  let asked = 0;
  const client = async () => {
    while (isMore(asked)) {
      asked += 1;
      await ask();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/**
 * @param {number} ms
 * @param {{ clients: number, ask: () => Promise<unknown>, pids: Record<string, number> }} load
 * @returns {Promise<Answered>}
 */
async function during(ms, { clients, ask, pids }) {
  /** @type {number[]} */
  const timesMs = [];
  const cpuBefore = Object.entries(pids).map(([name, pid]) => ({ name, pid, beforeMs: cpuMs(pid) }));
  const startMs = performance.now();
  const timedAsk = async () => {
    const askedMs = performance.now();
    await ask();
    timesMs.push(performance.now() - askedMs);
  };
  await together(clients, timedAsk, () => performance.now() - startMs < ms);
  const perSecond = timesMs.length / ((performance.now() - startMs) / 1_000);
  const cpuUsPerRequest = Object.fromEntries(cpuBefore.map(({ name, pid, beforeMs }) => [name, ((cpuMs(pid) - beforeMs) * 1_000) / timesMs.length]));
  timesMs.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => timesMs[Math.floor(timesMs.length * share)] ?? 0;
  return { perSecond, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), cpuUsPerRequest };
}
