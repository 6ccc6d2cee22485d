// @ts-check
import { createPool } from '@tenon/db';
import { createLog, createMetrics } from '@tenon/runtime';
import { cpuMs } from '../ingest/cpu.mjs';
import { chunksOf, KEYS, messagesOf, METRICS } from './made-data.mjs';

// As the gateway runs it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/ingest.js')} */
const { DEFAULT_INGEST_LIMITS, TelemetryIngest } = await compiled('ingest.js');

/** Messages that are handed over at once, below what the doors would stop at. */
const CHUNK = 40_000;

/**
 * @typedef {object} Written
 * @property {number} storedBefore Points that were stored when it began.
 * @property {number} messages
 * @property {number} ms From handing over the first to the COMMIT of the last.
 * @property {number} cpuMs Of reading, encoding and COPY in Node.js and of PostgreSQL; making the messages is not in it.
 */

/**
 * The gateway's own way from a message's text to COMMIT, without its sockets.
 * @param {{ databaseUrl: string, pid: number }} database
 */
export function openWriter({ databaseUrl, pid }) {
  const log = createLog({ name: 'bench', level: 'silent' });
  const pool = createPool({ databaseUrl, role: 'tenon_ingest', max: DEFAULT_INGEST_LIMITS.lanes + 2, onError: () => undefined });
  const ingest = new TelemetryIngest({ pool, log, registry: createMetrics('bench') });
  let points = 0;

  /** @param {readonly { device: import('@tenon/telemetry/ingest').IngestDevice, text: string }[]} messages @returns {Promise<Written>} */
  async function chunk(messages) {
    const [storedBefore, own, server, startedMs] = [points, process.cpuUsage(), cpuMs(pid), performance.now()];
    await new Promise((resolve, reject) => {
      let open = messages.length;
      const done = (/** @type {Error | null} */ error) => (error ? reject(error) : (open -= 1) === 0 && resolve(undefined));
      const receivedAtMs = Date.now();
      for (const { device, text } of messages) ingest.submit({ device, text, receivedAtMs, isHistory: true }, done);
    });
    const used = process.cpuUsage(own);
    points += messages.length * METRICS;
    return { storedBefore, messages: messages.length, ms: performance.now() - startedMs, cpuMs: (used.user + used.system) / 1_000 + cpuMs(pid) - server };
  }

  return {
    /**
     * Writes a lot, and gives what each part of it took.
     * @param {import('./plant.mjs').Plant} plant
     * @param {import('./lots.mjs').Lot} lot
     */
    async write({ tenantId, deviceIds }, lot) {
      const devices = deviceIds.map((deviceId) => ({ tenantId, deviceId }));
      const shown = (/** @type {import('./made-data.mjs').Message} */ { machine, atMs, values }) => ({ device: /** @type {typeof devices[0]} */ (devices[machine]), text: textOf(atMs, values) });
      const written = [];
      for (const messages of chunksOf(messagesOf(lot), CHUNK, shown)) written.push(await chunk(messages));
      return written;
    },
    /** What was written so far was for warming up. */
    forget: () => void (points = 0),
    async close() {
      await ingest.close();
      await pool.end();
    },
  };
}

/** @param {number} atMs @param {readonly number[]} values */
function textOf(atMs, values) {
  return `{"ts":${atMs},"values":{${KEYS.map((key, i) => `"${key}":${values[i]}`).join(',')}}}`;
}
