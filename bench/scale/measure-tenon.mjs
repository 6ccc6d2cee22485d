// @ts-check
import { cpuMs } from '../ingest/cpu.mjs';
import { MACHINES } from './lots.mjs';
import { FROM_MS, MESSAGES_A_DAY, METRICS, POINTS_A_DAY } from './made-data.mjs';
import { addPlant } from './plant.mjs';
import { sizesOf } from './sizes.mjs';
import { startWorker } from './worker.mjs';
import { openWriter } from './write.mjs';

/** How many points before a size is reached say what a message costs there. */
const WINDOW = 1_000_000;

/**
 * @typedef {{ ms: number, cpuMs: number }} Cost
 * @typedef {object} Size
 * @property {number} points How many are stored.
 * @property {number} added How many of them since the size before.
 * @property {import('./sizes.mjs').Sizes} bytes
 * @property {Record<'write' | 'roll up' | 'move into blocks' | 'move minutes' | 'clean', Cost>} costs Of those that were added.
 * @property {number} messageUs Processor time of writing one more message there: the median over the last million points.
 * @property {number} peakMb The most that the worker held so far.
 */

/**
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {import('./lots.mjs').Lot[][]} lotsBySize
 */
export async function measureTenon(database, lotsBySize) {
  const { superuser } = database;
  const plant = await addPlant(superuser, MACHINES);
  const writer = openWriter(database);
  const worker = startWorker(database, plant.tenantId);
  try {
    await warmUp(database, writer);
    /** @type {Size[]} */
    const sizes = [];
    let points = 0;
    for (const lots of lotsBySize) {
      const before = points;
      const costs = { write: nothing(), 'roll up': nothing(), 'move into blocks': nothing(), 'move minutes': nothing(), clean: nothing() };
      /** @type {import('./write.mjs').Written[]} */
      const written = [];
      let peakMb = 0;
      for (const lot of lots) {
        written.push(...(await writer.write(plant, lot)));
        const deviceIds = lot.machines.map((machine) => plant.deviceIds[machine] ?? '');
        for (const work of /** @type {const} */ (['roll up', 'move into blocks', 'move minutes'])) {
          const done = await worker.do(work, deviceIds);
          add(costs[work], done);
          peakMb = Math.max(peakMb, done.peakMb);
        }
        add(costs.clean, await clean(database));
        points += lot.machines.length * POINTS_A_DAY;
      }
      for (const each of written) add(costs.write, each);
      sizes.push({ points, added: points - before, bytes: await sizesOf(superuser), costs, messageUs: messageUs(written, points), peakMb });
    }
    await demandAll(superuser, plant, points);
    return { sizes, sharedBuffers: String((await superuser.query('SHOW shared_buffers')).rows[0].shared_buffers) };
  } finally {
    await worker.stop();
    await writer.close();
  }
}

/** @returns {Cost} */
const nothing = () => ({ ms: 0, cpuMs: 0 });

/** @param {Cost} sum @param {Cost} more */
function add(sum, more) {
  sum.ms += more.ms;
  sum.cpuMs += more.cpuMs;
}

/**
 * Code is compiled, and the machines of another company have their series, before anything is measured.
 * @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database
 * @param {ReturnType<typeof openWriter>} writer
 */
async function warmUp({ superuser }, writer) {
  const other = await addPlant(superuser, 2);
  await writer.write(other, { day: 0, machines: [0, 1] });
  writer.forget();
  // Nothing of it stays: its rows are those of the only month there is, and the plant has none yet.
  await superuser.query('TRUNCATE telemetry');
  await superuser.query('DELETE FROM telemetry_head');
}

/** What autovacuum and the worker do after points were moved. @param {Awaited<ReturnType<typeof import('../ingest/throwaway-database.mjs').throwawayDatabase>>} database @returns {Promise<Cost>} */
async function clean({ superuser, pid }) {
  const [before, startedMs] = [cpuMs(pid), performance.now()];
  await superuser.query('VACUUM telemetry, telemetry_minute, telemetry_hour, telemetry_roll_up_block');
  await superuser.query('SELECT tenon_free_emptied()');
  return { ms: performance.now() - startedMs, cpuMs: cpuMs(pid) - before };
}

/**
 * @param {readonly import('./write.mjs').Written[]} written
 * @param {number} points
 */
function messageUs(written, points) {
  const each = written.filter(({ storedBefore }) => storedBefore >= points - WINDOW).map(({ cpuMs: ms, messages }) => (ms * 1_000) / messages);
  return each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? NaN;
}

/**
 * A figure about points that are not there would be none.
 * @param {import('pg').Pool} superuser
 * @param {import('./plant.mjs').Plant} plant
 * @param {number} points
 */
async function demandAll(superuser, { tenantId }, points) {
  const { rows } = await superuser.query(`SELECT COALESCE(sum(count), 0)::float8 AS points FROM telemetry_block WHERE tenant_id = $1 AND at >= $2`, [tenantId, new Date(FROM_MS)]);
  if (rows[0].points !== points) throw new Error(`${rows[0].points} points are in blocks where ${points} were written, ${METRICS} a message, ${MESSAGES_A_DAY} messages a day.`);
}
