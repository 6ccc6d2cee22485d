// @ts-check
/**
 * How fast a range of a metric is read in buckets, through the store as the api reads it, beside the limit: a bare
 * `SELECT avg(value) … GROUP BY` over the same points in a narrow table of one row a point, clustered for the question,
 * in the same PostgreSQL with the same settings. And beside influxdb and VictoriaMetrics, where they can be had. Also how fast points are rolled up.
 *
 * With `--at-rest` all of it is moved into blocks first.
 *
 *   node bench/range/main.mjs [--json] [--rounds 25] [--at-rest] [--no-peers]
 */
import { parseArgs } from 'node:util';
import { compactAll } from '../at-rest/compact.mjs';
import { sealAll } from '../at-rest/seal.mjs';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { askPeers } from './ask-peers.mjs';
import { addCompany, loadDay, loadYear, writeNarrow } from './load-telemetry.mjs';
import { measureRanges } from './measure-ranges.mjs';
import { report } from './report.mjs';
import { rollUpAll } from './roll-up-all.mjs';
import { openStore } from './store.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '25' }, 'at-rest': { type: 'boolean', default: false }, 'no-peers': { type: 'boolean', default: false } } });
const rounds = Number(values.rounds);

const database = await throwawayDatabase();
try {
  const { superuser } = database;
  const tenantId = await addCompany(superuser);
  const store = openStore(database.databaseUrl, tenantId);
  try {
    const day = await loadDay(superuser, tenantId);
    const rollUps = { seconds: await rollUpAll(store, day.values), minutes: { values: 0, valuesPerSecond: 0, p95Ms: 0 } };
    const year = await loadYear(superuser, tenantId);
    rollUps.minutes = await rollUpAll(store, year.values);
    const series = { seconds: day.seriesId, minutes: year.seriesId };
    await writeNarrow(superuser, Object.values(series));
    if (values['at-rest']) {
      await compactAll(database, tenantId);
      await sealAll(database, tenantId);
    }
    await superuser.query('VACUUM ANALYZE');
    const ranges = await measureRanges({ store, series, superuser, rounds });
    const peers = values['no-peers'] ? [] : (await askPeers({ superuser, series, figures: ranges, rounds })).flat();
    process.stdout.write(values.json ? `${JSON.stringify({ rollUps, ranges, peers })}\n` : report({ rollUps, ranges, peers }));
  } finally {
    await store.close();
  }
} finally {
  await database.close();
}
