// @ts-check
/**
 * What it costs to keep 1, 10 and 100 million points of one plant: bytes on disk, memory, time and processor for writing, rolling up and moving into blocks;
 * whether writing a message costs the same however many are stored; and what a thousand million would take by the slope. Beside it influxdb and VictoriaMetrics
 * with the same points, where they can be had.
 *
 *   node bench/scale/main.mjs [--json] [--millions 1,10,100] [--peer-millions 1,10,100] [--no-peers]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { lotsOf } from './lots.mjs';
import { measurePeers } from './measure-peers.mjs';
import { measureTenon } from './measure-tenon.mjs';
import { report } from './report.mjs';

const MILLION = 1_000_000;
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, millions: { type: 'string', default: '1,10,100' }, 'peer-millions': { type: 'string', default: '' }, 'no-peers': { type: 'boolean', default: false } },
});
const sizesOf = (/** @type {string} */ list) => list.split(',').map((millions) => Number(millions) * MILLION);

const loadBefore = loadavg()[0] ?? NaN;
const sizes = sizesOf(values.millions);
const tenon = await inThrowawayDatabase((database) => measureTenon(database, lotsOf(sizes)));
const peers = values['no-peers'] ? [] : await measurePeers(lotsOf(values['peer-millions'] ? sizesOf(values['peer-millions']) : sizes));
const figures = { loadBefore, ...tenon, peers };
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : report(figures));

/**
 * @template T
 * @param {(database: Awaited<ReturnType<typeof throwawayDatabase>>) => Promise<T>} measure
 */
async function inThrowawayDatabase(measure) {
  const database = await throwawayDatabase();
  try {
    return await measure(database);
  } finally {
    await database.close();
  }
}
