// @ts-check
import { cpuMs } from '../ingest/cpu.mjs';
import { addCompany, addMachine, DAY_FROM_MS } from '../range/load-telemetry.mjs';
import { rollUpAll } from '../range/roll-up-all.mjs';
import { openStore } from '../range/store.mjs';

/** A plant of some size, for three hours at a message a second of each machine. */
const MACHINES = 50;
const SPAN_S = 3 * 3_600;
const METRICS = 4;
const MESSAGES = MACHINES * SPAN_S;

const NO_METER = { add: async () => undefined };

/**
 * Rolls up the telemetry of a new company each time, with the meter and without by turns.
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {number} rounds
 * @returns {Promise<{ withMeterUs: number, withoutUs: number, messages: number }>} medians of processor time a message
 */
export async function compareMeters(database, rounds) {
  /** @type {{ with: number[], without: number[] }} */
  const took = { with: [], without: [] };
  // The first pair warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of /** @type {const} */ (['with', 'without'])) {
      const us = await rollUpOnce(database, way === 'with' ? undefined : NO_METER);
      if (round > 0) took[way].push(us);
    }
  }
  return { withMeterUs: median(took.with), withoutUs: median(took.without), messages: MESSAGES };
}

/**
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {Parameters<typeof openStore>[2]} meter
 */
async function rollUpOnce({ databaseUrl, superuser, pid }, meter) {
  const tenantId = await addCompany(superuser);
  for (let machine = 0; machine < MACHINES; machine += 1) await addMachine(superuser, tenantId, { fromMs: DAY_FROM_MS, toMs: DAY_FROM_MS + SPAN_S * 1_000, stepMs: 1_000 });
  await superuser.query('VACUUM ANALYZE');
  const store = openStore(databaseUrl, tenantId, meter);
  const before = { own: process.cpuUsage(), postgres: cpuMs(pid) };
  await rollUpAll(store, MESSAGES * METRICS);
  const own = process.cpuUsage(before.own);
  // Its connections are looked at while they last.
  const postgres = cpuMs(pid) - before.postgres;
  await store.close();
  return (own.user + own.system + postgres * 1_000) / MESSAGES;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
