import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';
import { startGateway } from './gateway.js';
import { createLog, createMetrics } from '@tenon/runtime';

let test: TestGateway;
let listener: pg.Client;
let heard: { channel: string; message: unknown }[];
beforeAll(async () => {
  test = await testGateway();
  listener = new pg.Client({ connectionString: test.db.superuserUrl });
  await listener.connect();
  heard = [];
  listener.on('notification', ({ channel, payload }) => heard.push({ channel, message: JSON.parse(payload ?? '') }));
  await listener.query('LISTEN tenon_device; LISTEN tenon_live');
});
afterAll(async () => {
  await listener.end();
  await test.close();
});
guardBystander({ database: () => test.db });

async function presence(deviceId: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await test.db.sql('SELECT is_connected, last_seen_at, gateway_id FROM device_presence WHERE device_id = $1', [deviceId]);
  return row;
}

it('says who is connected, as long as one of its connections is, and announces each change', async () => {
  const machine = await test.machine();
  const announced = (): number => heard.filter(({ message }) => JSON.stringify(message) === JSON.stringify({ kind: 'presence', tenantId: machine.tenantId, deviceId: machine.deviceId })).length;
  const [one, two] = await Promise.all([connectMqtt(test, machine), connectMqtt(test, machine)]);
  await eventually(async () => expect(await presence(machine.deviceId)).toMatchObject({ is_connected: true, gateway_id: 'test', last_seen_at: null }));
  await eventually(async () => expect(announced()).toBe(1));
  await one.endAsync();
  await two.endAsync();
  await eventually(async () => expect(await presence(machine.deviceId)).toMatchObject({ is_connected: false }));
  await eventually(async () => expect(announced()).toBe(2));
});

it('says when a machine was last heard: not as it connects, but as it sends', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  await eventually(async () => expect(await presence(machine.deviceId)).toMatchObject({ is_connected: true, last_seen_at: null }));
  await publish(client, '{"n":1}');
  await client.endAsync();
  await eventually(async () => expect(await presence(machine.deviceId)).toMatchObject({ is_connected: false, last_seen_at: expect.any(Date) }));
});

it('announces what was stored, once for what came together', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  await Promise.all(Array.from({ length: 100 }, (_, n) => publish(client, `{"n":${n}}`)));
  await client.endAsync();
  const notices = (): unknown[] => heard.filter(({ channel, message }) => channel === 'tenon_live' && JSON.stringify(message).includes(machine.deviceId));
  await eventually(async () => expect(notices().length).toBeGreaterThan(0));
  expect(notices().length).toBeLessThanOrEqual(4);
  expect(notices()[0]).toMatchObject({ message: [[machine.tenantId, machine.deviceId]] });
});

it('clears what a gateway of its name left standing, and leaves another one alone', async () => {
  const [own, others] = await Promise.all([test.machine(), test.machine()]);
  await test.db.sql(`INSERT INTO device_presence (tenant_id, device_id, is_connected, gateway_id) VALUES ($1, $2, true, 'killed'), ($1, $3, true, 'elsewhere')`, [own.tenantId, own.deviceId, others.deviceId]);
  const next = await startGateway({
    databaseUrl: test.db.databaseUrl,
    mqttPort: 0,
    httpPort: 0,
    gatewayId: 'killed',
    connectsPerMinute: 100,
    log: createLog({ name: 'test', level: 'silent' }),
    registry: createMetrics('gateway'),
  });
  expect(await presence(own.deviceId)).toMatchObject({ is_connected: false });
  expect(await presence(others.deviceId)).toMatchObject({ is_connected: true });
  await next.close();
});
