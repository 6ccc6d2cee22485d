import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { MqttClient } from 'mqtt';
import { commandIn, desire, heardBy, sendCommand } from './testing/commands.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { storedRefusals, storedValues } from './testing/stored.js';
import { announce, testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => {
  test = await testGateway();
});
afterAll(() => test.close());
guardBystander({ database: () => test.db });

let gateway: TestMachine;
beforeEach(async () => {
  gateway = await test.machine();
  await test.db.sql(`UPDATE device SET gateway_mode = 'open' WHERE id = $1`, [gateway.deviceId]);
});

/** A machine behind the gateway, as the worker adds it. */
async function child(name: string): Promise<TestMachine> {
  const deviceId = randomUUID();
  await test.db.sql(`INSERT INTO device (tenant_id, id, name, kind, parent_id, known_as) VALUES ($1, $2, $3, 'machine', $4, $5)`, [gateway.tenantId, deviceId, `${name} ${deviceId}`, gateway.deviceId, name]);
  return { tenantId: gateway.tenantId, deviceId, token: '' };
}

async function connected(...filters: string[]): Promise<MqttClient> {
  const client = await connectMqtt(test, gateway);
  if (filters.length > 0) await client.subscribeAsync(filters, { qos: 1 });
  return client;
}

async function isOnline({ deviceId }: TestMachine): Promise<unknown> {
  return (await test.db.sql('SELECT is_connected FROM device_presence WHERE device_id = $1', [deviceId]))[0]?.['is_connected'];
}

const onceOnline = (machine: TestMachine, is: boolean): Promise<void> => eventually(async () => expect(await isOnline(machine)).toBe(is));

describe('readings and attributes', () => {
  it('are stored with each machine, and acknowledged after all of them are', async () => {
    const [press, saw] = [await child('Press'), await child('锯床')];
    const client = await connected();
    expect(await publish(client, '{"Press":[{"ts":1767600000000,"values":{"t":1.5}},{"ts":1767600001000,"values":{"t":2.5}}],"锯床":[{"t":7}]}', { topic: 'v1/gateway/telemetry' })).toBe(0);
    expect([await storedValues(test.db, press.deviceId), await storedValues(test.db, saw.deviceId)]).toEqual([{ t: 2.5 }, { t: 7 }]);
    expect(await publish(client, '{"Press":{"serial":"P-1"},"锯床":{"serial":"S-1"}}', { topic: 'v1/gateway/attributes' })).toBe(0);
    expect(await test.db.sql('SELECT attributes FROM device WHERE parent_id = $1 ORDER BY known_as', [gateway.deviceId])).toEqual([{ attributes: { serial: 'P-1' } }, { attributes: { serial: 'S-1' } }]);
    await client.endAsync();
  });

  it('that are faulty concern their machine alone: the others’ are stored, and the acknowledgement tells it', async () => {
    const [press, saw] = [await child('Press'), await child('Saw')];
    const client = await connected();
    expect(await publish(client, '{"Press":[{"t":{"nan":[1,2]}}],"Saw":7}', { topic: 'v1/gateway/telemetry' })).toBe(0x99);
    expect(Object.keys(await storedValues(test.db, press.deviceId))).toEqual(['t']);
    await test.gateway.drained();
    expect(await storedRefusals(test.db, saw.deviceId)).toMatchObject([{ code: 'TELEMETRY.WRONG_SHAPE', sample: '7' }]);
    expect(await storedRefusals(test.db, gateway.deviceId)).toEqual([]);
    await client.endAsync();
  });

  it('wait for a machine that is to be added, and are acknowledged when they are stored', async () => {
    const client = await connected();
    const answer = publish(client, '{"Drill":[{"t":3}]}', { topic: 'v1/gateway/telemetry' });
    await eventually(async () => expect(await test.db.sql(`SELECT name FROM device_request WHERE parent_id = $1 AND state = 'asked'`, [gateway.deviceId])).toEqual([{ name: 'Drill' }]));
    const drill = await child('Drill');
    await announce(test.db, { kind: 'child-answered', tenantId: gateway.tenantId, deviceId: gateway.deviceId });
    expect(await answer).toBe(0);
    expect(await storedValues(test.db, drill.deviceId)).toEqual({ t: 3 });
    await client.endAsync();
  });

  it.each([
    ['QUOTA.REACHED', 0x97, 'CHILD.NO_ROOM'],
    ['DEVICE.NAME_TAKEN', 0x87, 'CHILD.NAME_TAKEN'],
  ])('of a machine that is not added (%s) are refused, with the reason where its company sees it', async (code, reason, refusal) => {
    const press = await child('Press');
    const client = await connected();
    const answer = publish(client, '{"Drill":[{"t":3}],"Press":[{"t":4}]}', { topic: 'v1/gateway/telemetry' });
    await eventually(async () => {
      const refused = await test.db.sql(`UPDATE device_request SET state = 'refused', code = $2, at = now() WHERE parent_id = $1 RETURNING 1`, [gateway.deviceId, code]);
      expect(refused).toHaveLength(1);
    });
    await announce(test.db, { kind: 'child-answered', tenantId: gateway.tenantId, deviceId: gateway.deviceId });
    expect(await answer).toBe(reason);
    expect(await storedValues(test.db, press.deviceId)).toEqual({ t: 4 });
    await test.gateway.drained();
    expect(await storedRefusals(test.db, gateway.deviceId)).toMatchObject([{ code: refusal, details: { name: 'Drill' }, sample: '[{"t":3}]' }]);
    await client.endAsync();
  });

  it('of a machine that was deleted meanwhile are asked for anew', async () => {
    const press = await child('Press');
    const client = await connected();
    expect(await publish(client, '{"Press":[{"t":1}]}', { topic: 'v1/gateway/telemetry' })).toBe(0);
    await test.db.sql('DELETE FROM device WHERE id = $1', [press.deviceId]);
    const again = await child('Press');
    // Whether it was told of that already, or not.
    expect(await publish(client, '{"Press":[{"t":2}]}', { topic: 'v1/gateway/telemetry' })).toBe(0);
    expect(await storedValues(test.db, again.deviceId)).toEqual({ t: 2 });
    await announce(test.db, { kind: 'deleted', tenantId: gateway.tenantId, deviceId: press.deviceId });
    expect(await publish(client, '{"Press":[{"t":3}]}', { topic: 'v1/gateway/telemetry' })).toBe(0);
    await client.endAsync();
  });
});

it.each([
  ['v1/gateway/telemetry', '[]', 'GATEWAY.BAD_JSON', 0x99],
  ['v1/gateway/telemetry', Buffer.from([0x7b, 0x22, 0xb3, 0xe5, 0x22, 0x3a, 0x31, 0x7d]), 'GATEWAY.BAD_JSON', 0x99],
  ['v1/gateway/connect', '{"device":" "}', 'CHILD.BAD_NAME', 0x99],
  ['v1/gateway/rpc', '{"device":"Press","data":1}', 'GATEWAY.BAD_JSON', 0x99],
  ['v1/gateway/rpc', '{"device":"Press","id":9,"data":1}', 'COMMAND.NOT_SENT', 0x99],
  ['v1/gateway/attributes/request', '{"id":1,"device":"Press"}', 'TOPIC.NOT_LISTENING', 0x99],
])('refuses on %s what is wrong: %s', async (topic, payload, code, reason) => {
  await child('Press');
  const client = await connected();
  expect(await publish(client, payload, { topic })).toBe(reason);
  await test.gateway.drained();
  expect(await storedRefusals(test.db, gateway.deviceId)).toMatchObject([{ code }]);
  await client.endAsync();
});

it('lets no machine speak for others that is no gateway, and no gateway for another’s', async () => {
  const press = await child('Press');
  for (const [machine, mode, code] of [[test.b, 'none', 'CHILD.NOT_A_GATEWAY'], [await test.machine(), 'listed', 'CHILD.NOT_LISTED']] as const) {
    await test.db.sql('UPDATE device SET gateway_mode = $2 WHERE id = $1', [machine.deviceId, mode]);
    const client = await connectMqtt(test, machine);
    expect(await publish(client, '{"Press":[{"t":1}]}', { topic: 'v1/gateway/telemetry' })).toBe(0x87);
    await test.gateway.drained();
    expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code }]);
    await client.endAsync();
  }
  expect(await storedValues(test.db, press.deviceId)).toEqual({});
});

describe('a machine behind a gateway', () => {
  it('is connected while its gateway says so, and no longer than that is connected', async () => {
    const [press, saw] = [await child('Press'), await child('Saw')];
    const client = await connected();
    expect(await publish(client, '{"device":"Press"}', { topic: 'v1/gateway/connect' })).toBe(0);
    expect(await publish(client, '{"Saw":[{"t":1}]}', { topic: 'v1/gateway/telemetry' })).toBe(0);
    await onceOnline(press, true);
    await onceOnline(saw, true);
    expect(await publish(client, '{"device":"Press"}', { topic: 'v1/gateway/disconnect' })).toBe(0);
    await onceOnline(press, false);
    expect(await isOnline(saw)).toBe(true);
    await client.endAsync();
    await onceOnline(saw, false);
  });

  it('gets its commands over its gateway’s connection, one at a time, and answers them there', async () => {
    const [press, saw] = [await child('Press'), await child('Saw')];
    const client = await connected('v1/gateway/rpc');
    const heard = heardBy(client);
    for (const device of ['Press', 'Saw']) await publish(client, JSON.stringify({ device }), { topic: 'v1/gateway/connect' });
    const id = await sendCommand(test, press, { method: 'setSpeed', params: { speed: 3 } });
    expect(await heard.next()).toEqual(['v1/gateway/rpc', { device: 'Press', data: { id: 1, method: 'setSpeed', params: { speed: 3 } } }]);
    await commandIn(test, id, 'delivered');
    expect(await publish(client, '{"device":"Press","id":1,"data":{"success":true}}', { topic: 'v1/gateway/rpc' })).toBe(0);
    expect(await commandIn(test, id, 'answered')).toMatchObject({ answer: { success: true } });
    const other = await sendCommand(test, saw, { method: 'stop' });
    expect(await heard.next()).toEqual(['v1/gateway/rpc', { device: 'Saw', data: { id: 1, method: 'stop', params: {} } }]);
    await commandIn(test, other, 'delivered');
    // What is for a machine that is gone waits.
    await publish(client, '{"device":"Saw"}', { topic: 'v1/gateway/disconnect' });
    const late = await sendCommand(test, saw, { method: 'start' });
    expect(await commandIn(test, late, 'queued')).toMatchObject({ sent_at: null });
    await publish(client, '{"device":"Saw"}', { topic: 'v1/gateway/connect' });
    expect(await heard.next()).toEqual(['v1/gateway/rpc', { device: 'Saw', data: { id: 2, method: 'start', params: {} } }]);
    await client.endAsync();
  });

  it('gets all its neighbours’ commands through, though their connection takes few at once', async () => {
    const machines = await Promise.all(Array.from({ length: 40 }, (_, n) => child(`M${n}`)));
    const ids = await Promise.all(machines.map((machine) => sendCommand(test, machine, { method: 'ping', expectsAnswer: false })));
    const client = await connected('v1/gateway/rpc');
    for (const [n] of machines.entries()) await publish(client, JSON.stringify({ device: `M${n}` }), { topic: 'v1/gateway/connect' });
    for (const id of ids) await commandIn(test, id, 'delivered');
    await client.endAsync();
  });

  it('is told what it is asked to be, and its gateway asks what is known', async () => {
    const press = await child('Press');
    await test.db.sql(`UPDATE device SET attributes = '{"serial":"P-1","at":1}' WHERE id = $1`, [press.deviceId]);
    await desire(test, press, { old: 1 });
    const client = await connected('v1/gateway/attributes', 'v1/gateway/attributes/response');
    const heard = heardBy(client);
    await publish(client, '{"device":"Press"}', { topic: 'v1/gateway/connect' });
    for (const [question, answer] of [
      ['{"id":1,"device":"Press","client":true,"key":"serial"}', { id: 1, device: 'Press', value: 'P-1' }],
      ['{"id":2,"device":"Press","client":["serial"],"shared":["old"]}', { id: 2, device: 'Press', values: { serial: 'P-1', old: 1 } }],
      ['{"id":3,"device":"Press","keys":["old","none"]}', { id: 3, device: 'Press', values: { old: 1 } }],
      ['{"id":4,"device":"Press","key":"none"}', { id: 4, device: 'Press' }],
    ] as const) {
      expect(await publish(client, question, { topic: 'v1/gateway/attributes/request' })).toBe(0);
      expect(await heard.next()).toEqual(['v1/gateway/attributes/response', answer]);
    }
    await desire(test, press, { target: 180, old: null });
    expect(await heard.next()).toEqual(['v1/gateway/attributes', { device: 'Press', data: { target: 180 } }]);
    expect(await heard.next()).toEqual(['v1/gateway/attributes', { device: 'Press', data: { deleted: ['old'] } }]);
    await client.endAsync();
  });

  it('is offered to other companies by its gateway, where its own allowed it', async () => {
    const press = await child('Press');
    const client = await connected();
    const offer = (secretKey: string): Promise<number> => publish(client, JSON.stringify({ Press: { secretKey, durationMs: 60_000 } }), { topic: 'v1/gateway/claim' });
    expect(await offer('correct horse 9')).toBe(0x87);
    await test.db.sql(`INSERT INTO device_handover (tenant_id, id, device_id, way, keeps_credentials, expires_at) VALUES ($1, $2, $2, 'machine', true, now() + interval '30 seconds')`, [press.tenantId, press.deviceId]);
    expect([await offer('correct horse 9'), await offer('weak')]).toEqual([0, 0x99]);
    expect(await test.db.sql(`SELECT secret_digest = sha256('correct horse 9') AS kept, secret_until <= expires_at AS bounded FROM device_handover WHERE device_id = $1`, [press.deviceId])).toEqual([{ kept: true, bounded: true }]);
    await test.gateway.drained();
    expect(await storedRefusals(test.db, gateway.deviceId)).toMatchObject([{ code: 'CLAIM.NOT_ALLOWED' }, { code: 'CLAIM.WEAK_SECRET' }]);
    await client.endAsync();
  });

  it('that is taken from its gateway is no longer spoken for', async () => {
    const press = await child('Press');
    const client = await connected('v1/gateway/rpc');
    await publish(client, '{"device":"Press"}', { topic: 'v1/gateway/connect' });
    await onceOnline(press, true);
    await test.db.sql(`UPDATE device SET parent_id = NULL WHERE id = $1`, [press.deviceId]);
    await test.db.sql(`UPDATE device SET gateway_mode = 'listed' WHERE id = $1`, [gateway.deviceId]);
    await announce(test.db, { kind: 'children-changed', tenantId: gateway.tenantId, deviceId: gateway.deviceId });
    await onceOnline(press, false);
    expect(await publish(client, '{"Press":[{"t":1}]}', { topic: 'v1/gateway/telemetry' })).toBe(0x87);
    await client.endAsync();
  });
});
