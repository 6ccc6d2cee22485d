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
 * Rolls up the telemetry of a new company each time, with the meter and without by turns, and keeps its ledger of gaps afterwards.
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {number} rounds
 * @returns {Promise<{ withMeterUs: number, withoutUs: number, ledgerUs: number, messages: number }>} medians of processor time a message
 */
export async function compareMeters(database, rounds) {
  /** @type {{ with: number[], without: number[], ledger: number[] }} */
  const took = { with: [], without: [], ledger: [] };
  // The first pair warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of /** @type {const} */ (['with', 'without'])) {
      const { rollUpUs, ledgerUs } = await rollUpOnce(database, way === 'with' ? undefined : NO_METER);
      if (round === 0) continue;
      took[way].push(rollUpUs);
      took.ledger.push(ledgerUs);
    }
  }
  return { withMeterUs: median(took.with), withoutUs: median(took.without), ledgerUs: median(took.ledger), messages: MESSAGES };
}

/**
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {Parameters<typeof openStore>[2]} meter
 */
async function rollUpOnce({ databaseUrl, superuser, pid }, meter) {
  const tenantId = await addCompany(superuser);
  for (let machine = 0; machine < MACHINES; machine += 1) await addMachine(superuser, tenantId, { fromMs: DAY_FROM_MS, toMs: DAY_FROM_MS + SPAN_S * 1_000, stepMs: 1_000 });
  await superuser.query('VACUUM ANALYZE');
  // A ledger begins when its machine was made.
  await superuser.query('UPDATE device SET created_at = $2 WHERE tenant_id = $1', [tenantId, new Date(DAY_FROM_MS)]);
  const store = openStore(databaseUrl, tenantId, meter);
  // Its connections are looked at while they last.
  const rollUpUs = await microsecondsOf(pid, () => rollUpAll(store, MESSAGES * METRICS));
  const ledgerUs = await microsecondsOf(pid, () => store.keepLedger());
  await store.close();
  return { rollUpUs, ledgerUs };
}

/**
 * Processor time a message of this process and PostgreSQL.
 * @param {number} pid
 * @param {() => Promise<unknown>} work
 */
async function microsecondsOf(pid, work) {
  const before = { own: process.cpuUsage(), postgres: cpuMs(pid) };
  await work();
  const own = process.cpuUsage(before.own);
  return (own.user + own.system + (cpuMs(pid) - before.postgres) * 1_000) / MESSAGES;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
