// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debianProgram } from './debian-program.mjs';
import { freePort, Http } from './http.mjs';
import { diskBytes, startServer, untilStill } from './server.mjs';

/** VictoriaMetrics by itself, keeping what is old, and answering each question anew. @returns {Promise<import('./peer.mjs').Peer | null>} */
export async function startVictoriaMetrics() {
  const program = debianProgram('victoria-metrics', 'victoria-metrics');
  if (!program) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'tenon-bench-victoria-'));
  const port = await freePort();
  const http = new Http(port);
  const args = [`-storageDataPath=${folder}`, `-httpListenAddr=127.0.0.1:${port}`, '-retentionPeriod=100y', '-search.latencyOffset=0s', '-loggerLevel=ERROR'];
  const server = await startServer(program, args, { isReady: () => http.ask('/health') });
  /** A window of theirs begins after an instant and ends with another, and ours is the other way round: a millisecond is between them. */
  const range = (/** @type {string} */ query, /** @type {import('./peer.mjs').Range} */ { fromMs, toMs }, /** @type {number} */ widthMs) =>
    http.ask('/api/v1/query_range', { query: { query, start: String((fromMs + widthMs - 1) / 1_000), end: String((toMs - 1) / 1_000), step: `${widthMs}ms`, nocache: '1' } });
  return {
    name: 'VictoriaMetrics 1.79',
    pid: () => server.pid,
    write: (body) => http.ask('/write', { method: 'POST', body, query: { precision: 'ms' } }),
    async settle() {
      await http.ask('/internal/force_flush');
      await http.ask('/internal/force_merge');
      await untilStill(folder);
    },
    bytes: () => diskBytes(folder),
    buckets: ({ measurement, field, id, range: during, widthMs }) => range(`avg_over_time(${measurement}_${field}{id="${id}"}[${widthMs}ms])`, during, widthMs),
    bucketsOfMany: ({ measurement, field, part, range: during, widthMs }) => range(`avg_over_time(${measurement}_${field}{part=~"${part}"}[${widthMs}ms])`, during, widthMs),
    last: ({ measurement, field, part, notAfterMs }) => http.ask('/api/v1/query', { query: { query: `last_over_time(${measurement}_${field}{part=~"${part}"}[1h])`, time: String(notAfterMs / 1_000), nocache: '1' } }),
    rows: (answer) => JSON.parse(answer).data.result.map((/** @type {{ values?: [number, string][], value?: [number, string] }} */ { values, value }) => (values ?? (value ? [value] : [])).map(([, text]) => Number(text))),
    async stop() {
      http.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
