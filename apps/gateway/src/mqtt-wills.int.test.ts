import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MqttClient } from 'mqtt';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { connectMqtt, disconnected } from './testing/mqtt-client.js';
import { storedValues } from './testing/stored.js';
import { announce, revokeToken, testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

/** A client that leaves one value behind, `delayS` after its connection breaks. */
function connectWithWill(gateway: TestGateway, machine: TestMachine, key: string, delayS: number): Promise<MqttClient> {
  const will = { topic: 'v1/devices/me/telemetry', payload: Buffer.from(`{"${key}":1}`), qos: 1 as const, retain: false, properties: { willDelayInterval: delayS } };
  return connectMqtt(gateway, machine, { clientId: key, will, properties: { sessionExpiryInterval: 3_600 } });
}

async function figure({ registry }: TestGateway, name: string): Promise<number> {
  return Number(new RegExp(`${name}\\{.*\\} (\\d+)`).exec(await registry.metrics())?.[1]);
}

/** Breaks a client's connection, and waits until the gateway has noticed. */
async function breakOff(gateway: TestGateway, client: MqttClient): Promise<void> {
  const before = await figure(gateway, 'tenon_mqtt_clients');
  client.stream.destroy();
  await eventually(async () => expect(await figure(gateway, 'tenon_mqtt_clients')).toBe(before - 1));
}

async function untilWaiting(gateway: TestGateway, count: number): Promise<void> {
  await eventually(async () => expect(await figure(gateway, 'tenon_mqtt_waiting_wills')).toBe(count));
}

it('sends a will at once where too many of its machine wait, and lets those of others wait', async () => {
  const own = await testGateway({ mqtt: { maxKeptPerMachine: 2 } });
  for (const key of ['one', 'two', 'three']) await breakOff(own, await connectWithWill(own, own.a, key, 3_600));
  await breakOff(own, await connectWithWill(own, own.b, 'other', 3_600));
  await own.gateway.drained();
  expect(await storedValues(own.db, own.a.deviceId)).toEqual({ three: 1 });
  expect(await storedValues(own.db, own.b.deviceId)).toEqual({});
  await untilWaiting(own, 3);
  await (await connectWithWill(own, own.a, 'one', 3_600)).endAsync();
  await untilWaiting(own, 2);
  await breakOff(own, await connectWithWill(own, own.a, 'four', 3_600));
  await untilWaiting(own, 3);
  await own.close();
});

it('sends a will at once where all that wait would be too many bytes', async () => {
  const own = await testGateway({ mqtt: { maxWaitingWillBytes: 20 } });
  for (const key of ['first', 'second']) await breakOff(own, await connectWithWill(own, own.a, key, 3_600));
  await own.gateway.drained();
  expect(await storedValues(own.db, own.a.deviceId)).toEqual({ second: 1 });
  await untilWaiting(own, 1);
  await own.close();
});

it('sends a will that waited once its delay is over', async () => {
  const machine = await test.machine();
  await breakOff(test, await connectWithWill(test, machine, 'late', 1));
  await untilWaiting(test, 0);
  await test.gateway.drained();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ late: 1 });
});

it('sends no will of a machine that is sent away', async () => {
  const machine = await test.machine();
  const client = await connectWithWill(test, machine, 'now', 0);
  const gone = disconnected(client);
  await revokeToken(test.db, machine);
  expect(await gone).toBe(0x87);
  await eventually(async () => expect(await figure(test, 'tenon_mqtt_clients')).toBe(0));
  await test.gateway.drained();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({});
});

it.each(['revoked', 'suspended', 'deleted'] as const)('sends no will that waited where its machine was %s meanwhile', async (what) => {
  const machine = await test.machine(test.b.tenantId);
  await breakOff(test, await connectWithWill(test, machine, what, 1));
  await untilWaiting(test, 1);
  if (what === 'revoked') await revokeToken(test.db, machine);
  else if (what === 'suspended') await suspend(machine);
  else await remove(machine);
  await untilWaiting(test, 0);
  await test.gateway.drained();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({});
  await test.db.sql(`UPDATE tenant SET state = 'active' WHERE id = $1`, [machine.tenantId]);
  await announce(test.db, { kind: 'tenant-resumed', tenantId: machine.tenantId });
});

async function suspend({ tenantId }: TestMachine): Promise<void> {
  await test.db.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [tenantId]);
  await announce(test.db, { kind: 'tenant-suspended', tenantId });
}

async function remove({ tenantId, deviceId }: TestMachine): Promise<void> {
  await test.db.sql('DELETE FROM device WHERE id = $1', [deviceId]);
  await announce(test.db, { kind: 'deleted', tenantId, deviceId });
}
