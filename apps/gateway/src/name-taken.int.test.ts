import { afterEach, expect, it } from '@jest/globals';
import { createLog, createMetrics } from '@tenon/runtime';
import { freePort } from '@tenon/testing';
import { hostname } from 'node:os';
import { startGateway, type Gateway } from './gateway.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

const PULSE_MS = 50;
const LONG_MS = 30_000;
const silent = createLog({ name: 'test', level: 'silent' });

let test: TestGateway;
afterEach(() => test.close());

interface Second {
  readonly started: Promise<Gateway>;
  readonly lines: readonly (readonly [event: string, facts: object])[];
  ready(): Promise<{ status: number; text: string }>;
}

/** A gateway of the same name, as somebody starts who forgot to give it one of its own. */
async function second(): Promise<Second> {
  const lines: (readonly [event: string, facts: object])[] = [];
  const note = (event: string, facts: object = {}): void => void lines.push([event, facts]);
  const httpPort = await freePort();
  const started = startGateway({ databaseUrl: test.db.databaseUrl, mqttPort: 0, httpPort, gatewayId: 'test', connectsPerMinute: 100, log: { ...silent, warn: note, error: note }, registry: createMetrics('gateway'), pulseMs: PULSE_MS });
  const ready = async (): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`http://127.0.0.1:${httpPort}/readyz`);
    return { status: answer.status, text: await answer.text() };
  };
  return { started, lines, ready };
}

/** As if the process ran under another number, as a second one does: both are in this one here. */
const elsewhere = (host = hostname(), pid = process.ppid) => test.db.sql('UPDATE gateway_run SET host = $1, pid = $2', [host, pid]);
const faults = () => test.db.sql<{ code: string; count: number; last_event: string; last_label: string }>('SELECT code, count::int, last_event, last_label FROM gateway_fault');
const isConnected = async () => (await test.db.sql<{ is_connected: boolean }>('SELECT is_connected FROM device_presence WHERE device_id = $1', [test.a.deviceId]))[0]?.is_connected;

it('the second of one name waits for it, says by whom it is held, and takes over when that one has ended', async () => {
  test = await testGateway({ pulseMs: PULSE_MS });
  const client = await connectMqtt(test, test.a);
  await eventually(async () => expect(await isConnected()).toBe(true), LONG_MS);
  await elsewhere();
  const { started, lines, ready } = await second();
  const holder = `${hostname()}, process ${process.ppid}`;
  await eventually(async () => expect(await faults()).toEqual([{ code: 'name-taken', count: 1, last_event: 'gateway.name-taken', last_label: holder }]), LONG_MS);
  expect(lines.map(([event]) => event)).toEqual(['gateway.waits-for-name', 'gateway.name-taken']);
  for (const [, facts] of lines) expect(facts).toMatchObject({ holder });
  expect(await ready()).toEqual({ status: 503, text: expect.stringContaining('GATEWAY.NAME_TAKEN') });
  // The first goes on as if there were no other.
  await publish(client, '{"n":1}');
  expect([await isConnected(), (await test.db.sql('SELECT run_id FROM gateway_run')).length]).toEqual([true, 1]);
  await client.endAsync();
  await test.gateway.close();
  const next = await started;
  expect((await ready()).status).toBe(200);
  await next.close();
  expect((await faults()).map(({ code }) => code)).toEqual(['name-taken']);
});

it('one that runs elsewhere and was killed is waited for until its silence says so, which is no fault of the second', async () => {
  test = await testGateway({ pulseMs: 300 });
  await test.gateway.close();
  await test.db.sql('UPDATE gateway_run SET stopped_at = NULL, seen_at = now()');
  await elsewhere('another machine');
  const { started, lines } = await second();
  const next = await started;
  expect(lines.map(([event]) => event)).toEqual(['gateway.waits-for-name']);
  await eventually(async () => expect(await faults()).toMatchObject([{ code: 'ended', count: 1 }]), LONG_MS);
  await next.close();
});

it('one that was silent for too long and finds another in its place says so', async () => {
  test = await testGateway({ pulseMs: PULSE_MS });
  await test.db.sql(
    `WITH gone AS (DELETE FROM gateway_run RETURNING *)
     INSERT INTO gateway_run (run_id, gateway_id, version, host, pid, every_ms, connections, span_ms, messages, points, refused, pending_messages, pending_bytes, is_holding)
     SELECT gen_random_uuid(), gateway_id, version, 'another machine', 7, 60000, 0, 0, 0, 0, '{}', 0, 0, false FROM gone`,
  );
  await eventually(async () => expect(await faults()).toMatchObject([{ code: 'name-taken', count: 1, last_label: 'another machine, process 7' }]), LONG_MS);
});
