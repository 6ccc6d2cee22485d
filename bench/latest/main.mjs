// @ts-check
/**
 * How fast the newest values of many machines are read, through the store as the api reads them (row-level security, the
 * metrics' names and meanings with them), beside the limit: a bare SELECT from a table that holds nothing but one row a
 * metric with its newest value, in the same PostgreSQL. And beside influxdb and VictoriaMetrics, where they can be had.
 *
 *   node bench/latest/main.mjs [--json] [--machines 2000] [--rounds 25] [--no-peers]
 */
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askPeers } from './ask-peers.mjs';
import { loadHeads, METRICS } from './load-heads.mjs';
import { measureLatest, PAGE } from './measure-latest.mjs';
import { report } from './report.mjs';
import { openLatest } from './store.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, machines: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '25' }, 'no-peers': { type: 'boolean', default: false } } });
const rounds = Number(values.rounds);

const database = await throwawayDatabase();
try {
  const { superuser } = database;
  const { tenantId, deviceIds } = await loadHeads(superuser, Number(values.machines));
  const store = openLatest(database.databaseUrl, tenantId);
  try {
    const figures = await measureLatest({ store, superuser, deviceIds, rounds });
    const peers = values['no-peers'] ? [] : (await askPeers({ superuser, deviceIds, page: PAGE, figures, rounds })).flat();
    process.stdout.write(values.json ? `${JSON.stringify({ metricsPerMachine: METRICS, figures, peers })}\n` : report(figures, peers));
  } finally {
    await store.close();
  }
} finally {
  await database.close();
}
