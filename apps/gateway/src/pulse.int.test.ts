import { afterEach, expect, it } from '@jest/globals';
import { hostname } from 'node:os';
import { createLog, createMetrics } from '@tenon/runtime';
import { DatabaseWay } from '@tenon/testing';
import type { GatewayOptions } from './gateway-options.js';
import { startGateway } from './gateway.js';
import { eventually } from './testing/eventually.js';
import { holdCommits } from './testing/hold-commits.js';
import { connectMqtt, disconnected, publish } from './testing/mqtt-client.js';
import { post } from './testing/post.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

const PULSE_MS = 50;
const LONG_MS = 30_000;

let test: TestGateway;
afterEach(() => test.close());

/** Another gateway on the same database. */
const beside = (gatewayId: string, mqttPort = 0): GatewayOptions => ({ databaseUrl: test.db.databaseUrl, mqttPort, httpPort: 0, gatewayId, connectsPerMinute: 100, log: createLog({ name: 'test', level: 'silent' }), registry: createMetrics('gateway'), pulseMs: PULSE_MS });

const runs = (): Promise<Record<string, unknown>[]> => test.db.sql('SELECT gateway_id, connections, messages::int, points::int, refused, pending_messages, pending_bytes::int, is_holding, stored_at, stopped_at FROM gateway_run ORDER BY started_at');
const faults = (): Promise<Record<string, unknown>[]> => test.db.sql('SELECT gateway_id, code, count::int, last_event, last_label FROM gateway_fault ORDER BY code');

it('tells what waits and that its doors are held, by number and by weight, and that refusals by HTTP follow', async () => {
  test = await testGateway({ pulseMs: PULSE_MS, ingest: { maxPendingMessages: 3, maxPendingBytes: 20_000 } });
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  const few = await holdCommits(test.db);
  const published = [1, 2, 3].map((n) => publish(client, `{"n":${n}}`));
  await eventually(async () => expect(await runs()).toMatchObject([{ connections: 1, pending_messages: 3, is_holding: true }]), LONG_MS);
  expect((await runs())[0]!['pending_bytes']).toBeGreaterThan(1_000);
  expect(await post(test, test.b, 'telemetry', '{"n":1}')).toEqual({ status: 429, code: 'INGEST.BUSY' });
  await eventually(async () => expect(await runs()).toMatchObject([{ refused: { 'INGEST.BUSY': 1 } }]), LONG_MS);
  await few.release();
  await Promise.all(published);
  await eventually(async () => expect(await runs()).toMatchObject([{ messages: 4, points: 4, pending_messages: 0, pending_bytes: 0, is_holding: false }]), LONG_MS);
  const heavy = await holdCommits(test.db);
  const large = publish(client, JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ n }))));
  await eventually(async () => expect(await faults()).toMatchObject([{ code: 'memory-guard', count: 1 }, { code: 'queue-full', count: 1, last_event: 'ingest.doors-held' }]), LONG_MS);
  await heavy.release();
  await large;
  await publish(client, '{"model":"H-160"}', { topic: 'v1/devices/me/attributes' });
  await eventually(async () => expect(await runs()).toMatchObject([{ messages: 6, points: 204 }]), LONG_MS);
  await client.endAsync();
});

it('says that the database was away once it is back, and not at all what it could not say', async () => {
  let way!: DatabaseWay;
  test = await testGateway({ pulseMs: PULSE_MS, ingest: { holdMs: 500 } }, async (databaseUrl) => (way = await DatabaseWay.to(databaseUrl)).url);
  const client = await connectMqtt(test, test.a);
  await publish(client, '{"n":0}');
  way.cut();
  const gone = disconnected(client);
  void publish(client, '{"n":1}').catch(() => undefined);
  await gone;
  expect(await faults()).toEqual([]);
  way.lead();
  await eventually(async () => expect(await faults()).toMatchObject([{ gateway_id: 'test', code: 'database-away' }]), LONG_MS);
  const [fault] = await faults();
  expect(fault!['count']).toBeGreaterThan(1);
  expect(JSON.stringify(fault)).not.toMatch(/127\.0\.0\.1|postgres:/);
  way.shut();
});

it('takes the place of those of its name, forgets what is a week old, and leaves others alone', async () => {
  test = await testGateway({ pulseMs: PULSE_MS });
  await eventually(async () => expect(await runs()).toHaveLength(1), LONG_MS);
  // A process that was killed a moment ago, on this machine: no process has so high a number.
  const made = (name: string, ago: string, stopped = false) =>
    test.db.sql(
      `INSERT INTO gateway_run (run_id, gateway_id, version, every_ms, connections, span_ms, messages, points, refused, pending_messages, pending_bytes, is_holding, started_at, seen_at, stopped_at, host, pid)
       VALUES (gen_random_uuid(), $1, '0', 5000, 7, 0, 0, 0, '{}', 0, 0, false, now() - interval '9 days', now() - $2::interval, CASE WHEN $3 THEN now() END, $4, 2147483647)`,
      [name, ago, stopped, hostname()],
    );
  await test.db.sql(`INSERT INTO gateway_fault (gateway_id, code, count, first_seen_at, last_seen_at, last_event, last_label, last_frame, last_trace) VALUES ('mended', 'other', 1, now(), now() - interval '8 days', '', '', '', '')`);
  await made('twin', '1 second');
  await made('test', '1 hour', true);
  await made('test', '1 second');
  await made('elsewhere', '6 days');
  await made('nowhere', '8 days');
  await eventually(async () => expect((await runs()).map(({ gateway_id: name }) => name).toSorted()).toEqual(['elsewhere', 'test', 'test', 'twin']), LONG_MS);
  expect(await faults()).toEqual([]);
  const twin = await startGateway(beside('twin'));
  await eventually(async () => expect(await faults()).toMatchObject([{ gateway_id: 'twin', code: 'ended', count: 1 }]), LONG_MS);
  expect((await runs()).filter(({ gateway_id: name }) => name === 'twin')).toMatchObject([{ connections: 0, stopped_at: null }]);
  await twin.close();
  expect((await runs()).filter(({ gateway_id: name }) => name === 'twin')).toMatchObject([{ stopped_at: expect.any(Date) }]);
});

it('that cannot open its doors leaves nothing behind that runs on', async () => {
  test = await testGateway({ pulseMs: PULSE_MS });
  await expect(startGateway(beside('crowded', test.gateway.mqttPort))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect((await runs()).filter(({ gateway_id: name }) => name === 'crowded')).toMatchObject([{ stopped_at: expect.any(Date) }]);
});
