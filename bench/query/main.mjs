// @ts-check
/**
 * How fast questions about many machines are answered, through the store as the api asks it (who is meant, row-level security and labels included), beside what
 * they may take, and beside influxdb and VictoriaMetrics with the same points, where they can be had. The load of the machine stands beside the figures: what others
 * do on it slows these down as well.
 *
 *   node bench/query/main.mjs [--json] [--rounds 25] [--no-peers]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sealAll } from '../at-rest/seal.mjs';
import { throwawayDatabase } from '../ingest/throwaway-database.mjs';
import { peerLine } from '../peers/ask-peer.mjs';
import { addCompany, DAY_FROM_MS, DAY_MS, loadDay } from '../range/load-telemetry.mjs';
import { rollUpAll } from '../range/roll-up-all.mjs';
import { openStore } from '../range/store.mjs';
import { backendOf, timed } from '../timing/timed.mjs';
import { askPeers } from './ask-peers.mjs';
import { HOUR_FROM_MS, loadPlant } from './load-plant.mjs';
import { openQuestions } from './store.mjs';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_START_MS = Math.floor(HOUR_FROM_MS / DAY_MS) * DAY_MS;
const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '25' }, 'no-peers': { type: 'boolean', default: false } } });
const rounds = Number(options.rounds);

const database = await throwawayDatabase();
try {
  const { superuser } = database;
  const tenantId = await addCompany(superuser);
  const store = openStore(database.databaseUrl, tenantId);
  const questions = openQuestions(database.databaseUrl, tenantId);
  try {
    const day = await loadDay(superuser, tenantId);
    await rollUpAll(store, day.values);
    const { ids, values } = await loadPlant(superuser, tenantId, 2_000);
    // All but the newest minute, as while machines send.
    await rollUpAll(store, values, HOUR_FROM_MS + HOUR_MS - MINUTE_MS);
    await sealAll(database, tenantId, { rowsBeforeMs: HOUR_FROM_MS, daysBeforeMs: DAY_START_MS });
    await superuser.query('VACUUM ANALYZE');
    const asked = ids.slice(0, 1_000);
    const many = { machines: { ids: asked }, metrics: ['p2'] };
    /** @type {Omit<import('@tenon/domain/telemetry').BucketsQuestion, 'aggregates' | 'group'>} */
    const hour = { read: 'buckets', ...many, range: { fromMs: HOUR_FROM_MS, toMs: HOUR_FROM_MS + HOUR_MS }, widthMs: MINUTE_MS, timeZone: null, fill: { kind: 'none', value: 0, maxGapMs: Infinity } };
    /** The worker moves minutes into blocks once their hour is over. */
    const endHour = async () => {
      await sealAll(database, tenantId, { rowsBeforeMs: HOUR_FROM_MS + HOUR_MS, daysBeforeMs: DAY_START_MS });
      await superuser.query('VACUUM ANALYZE');
    };
    /** @type {[name: string, limitMs: number, rows: number, ask: () => Promise<number>, name: string, first?: () => Promise<void>][]} */
    const questionsOfMany = [
      ['last value of 2,000 machines', 15, 2_000, () => questions.rows({ read: 'last', machines: { ids }, metrics: ['p2'], atMs: null, maxAgeMs: Infinity }), 'tenon_app'],
      ['1,000 machines × the hour under way', 40, 60_000, () => questions.rows({ ...hour, aggregates: ['mean'], group: null }), 'tenon_app'],
      ['1,000 machines × 1 hour by minute', 40, 60_000, () => questions.rows({ ...hour, aggregates: ['mean'], group: null }), 'tenon_app', endHour],
      ['the same, all of them as one', 40, 60, () => questions.rows({ ...hour, aggregates: ['mean'], group: { by: [], combine: 'pooled' } }), 'tenon_app'],
      ['last value of 2,000 at an instant', 15, 2_000, () => questions.rows({ read: 'last', machines: { ids }, metrics: ['p2'], atMs: HOUR_FROM_MS + HOUR_MS / 2, maxAgeMs: Infinity }), 'tenon_app'],
      ['a day at 1 s into 500 buckets', 10, 288, async () => (await store.read({ seriesIds: [day.seriesId], range: { fromMs: DAY_FROM_MS, toMs: DAY_FROM_MS + DAY_MS }, maxPoints: 500 }))[0]?.at.length ?? 0, 'tenon_app'],
    ];
    /** @type {Map<string, number>} */
    const ours = new Map();
    for (const [name, limitMs, rows, ask, role, first] of questionsOfMany) {
      await first?.();
      const found = await ask();
      if (found !== rows) throw new Error(`${name}: ${found} rows where there are ${rows}.`);
      const { p50Ms, p95Ms, cpuUs } = await timed(ask, await backendOf(superuser, role), rounds);
      const figure = { name, rows, p50Ms, p95Ms, cpuMs: cpuUs === null ? null : cpuUs / 1_000, limitMs, ratio: limitMs / p50Ms, load: loadavg()[0] ?? NaN };
      ours.set(name, p50Ms);
      process.stdout.write(options.json ? `${JSON.stringify(figure)}\n` : `${name.padEnd(36)}p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms, ${figure.cpuMs === null ? '' : `${figure.cpuMs.toFixed(1)} ms of processor, `}may take ${limitMs} ms: ${figure.ratio.toFixed(2)} × as quick; load average ${figure.load.toFixed(1)}\n`);
    }
    if (!options['no-peers']) {
      const { rows: [row] } = await superuser.query('SELECT device_id AS "deviceId" FROM series WHERE id = $1', [day.seriesId]);
      const peers = await askPeers(superuser, { ids, asked, day: { deviceId: row.deviceId, range: { fromMs: DAY_FROM_MS, toMs: DAY_FROM_MS + DAY_MS } } }, rounds);
      for (const answer of peers.flat()) process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `${answer.name}\n${peerLine(answer, ours.get(answer.name))}`);
    }
  } finally {
    await Promise.all([store.close(), questions.close()]);
  }
} finally {
  await database.close();
}
