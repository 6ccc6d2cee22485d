// @ts-check
/**
 * What points take up on disk: as rows of messages, and at rest in blocks; how fast they are moved, and in how much memory. The slope from one size to the next
 * says what a thousand millions would take. And the same points in influxdb and VictoriaMetrics, where they can be had.
 *
 *   node bench/at-rest/main.mjs [--json] [--millions 1,10] [--no-peers]
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { copyLines, linesOfMessages } from '../peers/copy-lines.mjs';
import { startPeers } from '../peers/start-peers.mjs';
import { rollUpAll } from '../range/roll-up-all.mjs';
import { openStore } from '../range/store.mjs';
import { compact, openCompactor } from './compact.mjs';
import { addMachine, loadDay, markDirty } from './load-days.mjs';
import { sealAll } from './seal.mjs';
import { report } from './report.mjs';
import { bytesOf } from './sizes.mjs';

const MILLION = 1_000_000;
/** Days until the next machine begins. */
const DAYS = 28;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, millions: { type: 'string', default: '1,10' }, 'no-peers': { type: 'boolean', default: false } } });

const database = await throwawayDatabase();
const { superuser } = database;
const peers = values['no-peers'] ? [] : await startPeers();
const compactor = openCompactor(database.databaseUrl);
try {
  const tenantId = randomUUID();
  await superuser.query(`INSERT INTO tenant (id, name) VALUES ($1, 'bench')`, [tenantId]);
  const steps = [];
  let [points, day] = [0, 0];
  let machine = await addMachine(superuser, tenantId);
  for (const millions of values.millions.split(',').map(Number)) {
    const step = { points: 0, rowBytes: 0, seconds: 0, blockBytes: 0, mostRssBytes: 0 };
    // A day at a time, as a worker does it, so that the rows never take up more than a day.
    for (; points < millions * MILLION; day += 1) {
      if (day === DAYS) [machine, day] = [await addMachine(superuser, tenantId), 0];
      const before = await bytesOf(superuser, 'telemetry');
      const added = await loadDay(superuser, tenantId, { shapeId: machine.shapeId, day, stepMs: 1_000 });
      step.rowBytes += (await bytesOf(superuser, 'telemetry')) - before;
      for (const peer of peers) await copyLines(superuser, peer, linesOfMessages({ measurement: 'plant', keys: ['m1', 'm2', 'm3', 'm4'], where: 'true' }));
      points += added;
      step.points += added;
      const { seconds, rssBytes } = await compact(compactor, tenantId, machine.deviceId);
      step.seconds += seconds;
      step.mostRssBytes = Math.max(step.mostRssBytes, rssBytes);
      await superuser.query('VACUUM telemetry');
      await superuser.query('SELECT tenon_free_emptied()');
    }
    /** @type {Record<string, number>} */
    const peerBytes = {};
    for (const peer of peers) {
      await peer.settle();
      peerBytes[peer.name] = await peer.bytes();
    }
    steps.push({ ...step, total: points, blockBytes: await bytesOf(superuser, 'telemetry_block'), rowsLeftBytes: await bytesOf(superuser, 'telemetry'), peerBytes });
  }
  const slow = await slowMachine(tenantId);
  process.stdout.write(values.json ? `${JSON.stringify({ steps, slow })}\n` : report({ steps, slow }));
} finally {
  await Promise.all(peers.map((peer) => peer.stop()));
  await compactor.close();
  await database.close();
}

/**
 * Four weeks of a machine that sends once a minute: fewer points share what a block takes besides, and what their aggregates do.
 * @param {string} tenantId
 */
async function slowMachine(tenantId) {
  const { deviceId, shapeId } = await addMachine(superuser, tenantId);
  const before = await bytesOf(superuser, 'telemetry_block');
  let points = 0;
  for (let day = 0; day < DAYS; day += 1) points += await loadDay(superuser, tenantId, { shapeId, day, stepMs: 60_000 });
  await compact(compactor, tenantId, deviceId);
  const blockBytes = (await bytesOf(superuser, 'telemetry_block')) - before;
  await markDirty(superuser, tenantId, { shapeId, days: DAYS });
  const store = openStore(database.databaseUrl, tenantId);
  await rollUpAll(store, points);
  await store.close();
  await sealAll(database, tenantId);
  return { points, blockBytes, rollUpBytes: await bytesOf(superuser, 'telemetry_roll_up_block') };
}
