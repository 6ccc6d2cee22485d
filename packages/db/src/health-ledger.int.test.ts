import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { latencyBucket } from '@tenon/domain/health';
import { createLog } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import type pg from 'pg';
import { HealthLedger } from './health-ledger.js';
import { createPool } from './pools.js';

const log = createLog({ name: 'test', level: 'silent' });
const fault = { event: 'graphql.bug', operation: 'devices', label: 'TEST.BROKEN', frame: 'packages/x/src/y.ts:1', trace: 'aaaaaaaa' };

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ databaseUrl: database.databaseUrl, role: 'tenon_system', max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

it('what several processes gather is added up, and what is past its time or too much is forgotten', async () => {
  await database.sql(`INSERT INTO fault (fingerprint, event, operation, label, frame, count, last_seen_at, last_trace) VALUES ('old', '', '', '', '', 1, now() - interval '31 days', '')`);
  await database.sql(`INSERT INTO fault (fingerprint, event, operation, label, frame, count, last_seen_at, last_trace) SELECT n::text, '', '', '', '', 1, now() - interval '1 day' - n * interval '1 second', '' FROM generate_series(1, 600) AS n`);
  await database.sql(`INSERT INTO operation_hour (kind, name, hour_at, slowest_ms, buckets) VALUES ('job', 'old', now() - interval '31 days', 1, '{1}')`);
  const [one, other] = [new HealthLedger(pool, log), new HealthLedger(pool, log)];
  for (const ledger of [one, other]) {
    ledger.timed('graphql', 'devices', 1);
    ledger.fault(fault);
  }
  other.timed('graphql', 'devices', 70);
  other.fault({ ...fault, trace: 'bbbbbbbb' });
  other.fault({ ...fault, frame: 'packages/x/src/y.ts:2' });
  await one.close();
  await other.close();
  const [row] = await database.sql<{ buckets: number[]; slowest_ms: number }>(`SELECT buckets, slowest_ms FROM operation_hour`);
  expect([row!.buckets[latencyBucket(1)], row!.buckets[latencyBucket(70)], row!.buckets.length, row!.slowest_ms]).toEqual([2, 1, 61, 70]);
  const faults = await database.sql(`SELECT frame, count::int, last_trace, first_seen_at < last_seen_at AS again FROM fault WHERE event <> '' ORDER BY frame`);
  expect(faults).toEqual([{ frame: fault.frame, count: 3, last_trace: 'bbbbbbbb', again: true }, { frame: 'packages/x/src/y.ts:2', count: 1, last_trace: 'aaaaaaaa', again: false }]);
  expect(await database.sql(`SELECT count(*)::int AS kept, bool_or(fingerprint = 'old') AS old FROM fault`)).toEqual([{ kept: 500, old: false }]);
});
