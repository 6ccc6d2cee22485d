// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianProgram } from './debian-program.mjs';
import { freePort, Http } from './http.mjs';
import { DATABASE } from './peer.mjs';
import { diskBytes, startServer, untilStill } from './server.mjs';

const HOUR_MS = 3_600_000;
/** What it waits for by itself for hours, so that files of a shard that nobody writes to become one. */
const AT_ONCE = { INFLUXDB_DATA_CACHE_SNAPSHOT_WRITE_COLD_DURATION: '1s', INFLUXDB_DATA_COMPACT_FULL_WRITE_COLD_DURATION: '1s' };

/** InfluxDB 1.6 with its own settings but for telemetry about itself. @returns {Promise<import('./peer.mjs').Peer | null>} */
export async function startInfluxdb() {
  const program = debianProgram('influxdb', 'influxd');
  if (!program) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'tenon-bench-influxdb-'));
  const [port, rpcPort] = [await freePort(), await freePort()];
  const http = new Http(port);
  const start = (/** @type {Record<string, string>} */ more) => startServer(program, [], { env: { ...settings(folder, port, rpcPort), ...more }, isReady: () => http.ask('/ping') });
  let server = await start({});
  await http.ask('/query', { method: 'POST', query: { q: `CREATE DATABASE ${DATABASE}` } });
  const ask = (/** @type {string} */ q) => http.ask('/query', { query: { db: DATABASE, epoch: 'ms', q } });
  const during = (/** @type {import('./peer.mjs').Range} */ { fromMs, toMs }) => `time >= ${fromMs}ms AND time < ${toMs}ms`;
  return {
    name: 'influxdb 1.6',
    pid: () => server.pid,
    write: (body) => http.ask('/write', { method: 'POST', body, query: { db: DATABASE, precision: 'ms' } }),
    async settle() {
      await server.stop();
      server = await start(AT_ONCE);
      await untilStill(folder);
    },
    bytes: () => diskBytes(folder),
    buckets: ({ measurement, field, id, range, widthMs }) => ask(`SELECT mean(${field}) FROM ${measurement} WHERE id = '${id}' AND ${during(range)} GROUP BY time(${widthMs}ms)`),
    bucketsOfMany: ({ measurement, field, part, range, widthMs }) => ask(`SELECT mean(${field}) FROM ${measurement} WHERE part =~ /^(${part})$/ AND ${during(range)} GROUP BY time(${widthMs}ms), *`),
    last: ({ measurement, field, part, notAfterMs }) => ask(`SELECT last(${field}) FROM ${measurement} WHERE part =~ /^(${part})$/ AND ${during({ fromMs: notAfterMs - HOUR_MS, toMs: notAfterMs + 1 })} GROUP BY *`),
    rows: (answer) => JSON.parse(answer).results[0].series.map((/** @type {{ values: [number, number][] }} */ { values }) => values.map(([, value]) => value)),
    async stop() {
      http.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} folder @param {number} port @param {number} rpcPort */
function settings(folder, port, rpcPort) {
  return {
    INFLUXDB_META_DIR: path.join(folder, 'meta'),
    INFLUXDB_DATA_DIR: path.join(folder, 'data'),
    INFLUXDB_DATA_WAL_DIR: path.join(folder, 'wal'),
    INFLUXDB_HTTP_BIND_ADDRESS: `127.0.0.1:${port}`,
    INFLUXDB_BIND_ADDRESS: `127.0.0.1:${rpcPort}`,
    INFLUXDB_REPORTING_DISABLED: 'true',
    INFLUXDB_MONITOR_STORE_ENABLED: 'false',
    INFLUXDB_HTTP_LOG_ENABLED: 'false',
    INFLUXDB_DATA_QUERY_LOG_ENABLED: 'false',
  };
}
