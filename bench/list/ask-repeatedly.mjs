// @ts-check
import { Agent, request } from 'node:http';
import { cpuMs } from '../ingest/cpu.mjs';

/**
 * @typedef {object} Asked
 * @property {number} perSecond
 * @property {number} p50Ms
 * @property {number} p99Ms
 * @property {Record<string, number>} cpuUsPerRequest
 * @property {string} sample One answer.
 */

const WARM_UP_MS = 2_000;

/**
 * Asks one question again and again over kept-alive connections, each client one at a time.
 * @param {{ url: string, query: string, cookie: string, clients: number, seconds: number, pids: Record<string, number> }} options
 * @returns {Promise<Asked>}
 */
export async function askRepeatedly({ url, query, cookie, clients, seconds, pids }) {
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
  await during(WARM_UP_MS, clients, ask);
  const before = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMs(pid)]));
  const { timesMs, tookMs, sample } = await during(seconds * 1_000, clients, ask);
  const cpuUsPerRequest = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, ((cpuMs(pid) - (before[name] ?? 0)) * 1_000) / timesMs.length]));
  agent.destroy();
  timesMs.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => timesMs[Math.floor(timesMs.length * share)] ?? 0;
  return { perSecond: timesMs.length / (tookMs / 1_000), p50Ms: at(0.5), p99Ms: at(0.99), cpuUsPerRequest, sample };
}

/** @param {number} ms @param {number} clients @param {() => Promise<unknown>} ask */
async function during(ms, clients, ask) {
  /** @type {number[]} */
  const timesMs = [];
  let sample = '';
  const startMs = performance.now();
  const client = async () => {
    while (performance.now() - startMs < ms) {
      const askedMs = performance.now();
      sample = String(await ask());
      timesMs.push(performance.now() - askedMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { timesMs, tookMs: performance.now() - startMs, sample };
}
