import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog } from '@tenon/runtime';
import { guardBystander } from '@tenon/testing/bystander';
import { encoded } from '../../../packages/domain/src/sparkplug/testing/encoded.js';
import { startRequestWorker } from '../../../packages/modules/devices/src/testing/request-worker.js';
import { commandIn, sendCommand } from './testing/commands.js';
import { connectEdgeNode, nextCommand, payloadOf, type EdgeMetrics, type EdgeNodeClient } from './testing/edge-node.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { storedPoints, storedRefusals, storedValues } from './testing/stored.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
let endWorker: () => Promise<void>;
beforeAll(async () => {
  test = await testGateway();
  endWorker = await startRequestWorker(test.db.databaseUrl, createLog({ name: 'test', level: 'silent' }));
});
afterAll(async () => {
  await endWorker();
  await test.close();
});
guardBystander({ database: () => test.db });

const AT = Date.now() - 60_000;
const BIRTH: EdgeMetrics = [
  { name: 'Node Control/Rebirth', type: 'Boolean', value: false, timestamp: AT },
  { name: 'Supply/Voltage', alias: 1, type: 'Float', value: 24.5, timestamp: AT, properties: { engUnit: { type: 'String', value: 'V' } } },
  { name: 'Limit', alias: 2, type: 'UInt32', value: 10, timestamp: AT },
];

/** A machine that may bring others, with its edge node, born. */
async function bornNode(metrics: EdgeMetrics = BIRTH): Promise<{ machine: TestMachine; node: EdgeNodeClient }> {
  const machine = await test.machine();
  await test.db.sql(`UPDATE device SET gateway_mode = 'open' WHERE id = $1`, [machine.deviceId]);
  const node = await connectEdgeNode(test, machine);
  node.publishNodeBirth(payloadOf(metrics));
  return { machine, node };
}

const session = async (deviceId: string): Promise<Record<string, unknown>> => (await test.db.sql<Record<string, unknown>>('SELECT * FROM sparkplug_session WHERE device_id = $1', [deviceId]))[0] ?? {};
const child = async (machine: TestMachine, name: string): Promise<string> => (await test.db.sql<{ id: string }>('SELECT id FROM device WHERE parent_id = $1 AND known_as = $2', [machine.deviceId, name]))[0]?.id ?? '';
const isOnline = async (deviceId: string): Promise<unknown> => (await test.db.sql<{ is_connected: boolean }>('SELECT is_connected FROM device_presence WHERE device_id = $1', [deviceId]))[0]?.is_connected;
const codes = async (deviceId: string): Promise<string[]> => (await storedRefusals(test.db, deviceId)).map(({ code }) => code);

describe('an edge node that is Eclipse’s own client', () => {
  it('is born: its metrics are readings, its session is shown, its machines come by themselves', async () => {
    const { machine, node } = await bornNode();
    node.publishDeviceBirth('Press 1', payloadOf([{ name: 'Temperature', alias: 3, type: 'Double', value: 180.25, timestamp: AT }]));
    node.publishDeviceData('Press 1', payloadOf([{ name: 'Temperature', type: 'Double', value: 181, timestamp: AT + 1 }]));
    const deviceId = await eventually(async () => {
      const id = await child(machine, 'Press 1');
      expect(await storedValues(test.db, id)).toEqual({ Temperature: 181 });
      return id;
    });
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ 'Supply/Voltage': 24.5, Limit: 10 });
    expect(await test.db.sql('SELECT key, unit FROM series WHERE device_id = $1 ORDER BY key', [machine.deviceId])).toEqual([{ key: 'Limit', unit: null }, { key: 'Supply/Voltage', unit: 'V' }]);
    await eventually(async () => {
      expect(await session(machine.deviceId)).toMatchObject({ group_name: 'G', node_name: 'N', device_name: null, is_alive: true, bd_seq: 0, rebirths_asked: 0, metric_count: 4 });
      expect(await session(deviceId)).toMatchObject({ device_name: 'Press 1', is_alive: true, metrics: [{ name: 'Temperature', type: 'Double', unit: null }] });
      expect(await isOnline(deviceId)).toBe(true);
    });
    expect(await codes(machine.deviceId)).toEqual([]);
    node.stop();
    await eventually(async () => {
      expect(await isOnline(deviceId)).toBe(false);
      expect(await session(deviceId)).toMatchObject({ is_alive: false, died_at: expect.any(Date) });
      expect(await session(machine.deviceId)).toMatchObject({ is_alive: false });
    });
  });

  it('has a device die by DDEATH, and all of them by its own death', async () => {
    const { machine, node } = await bornNode();
    node.publishDeviceBirth('A', payloadOf([]));
    node.publishDeviceBirth('B', payloadOf([]));
    const [a, b] = await eventually(async () => {
      const ids = [await child(machine, 'A'), await child(machine, 'B')] as const;
      for (const id of ids) expect(await isOnline(id)).toBe(true);
      return ids;
    });
    node.publishDeviceDeath('A', payloadOf([]));
    await eventually(async () => expect(await isOnline(a)).toBe(false));
    expect(await isOnline(b)).toBe(true);
    // The line is cut, and nobody says why.
    (node as unknown as { client: { stream: { destroy(): void } } }).client.stream.destroy();
    await eventually(async () => expect([await isOnline(b), await isOnline(machine.deviceId)]).toEqual([false, false]));
  });

  it.each(['DEFLATE', 'GZIP'])('packs its payloads by %s', async (algorithm) => {
    const { machine, node } = await bornNode();
    node.publishNodeData(payloadOf([{ name: 'Limit', type: 'UInt32', value: 12, timestamp: AT + 5 }]), { compress: true, algorithm: algorithm as 'GZIP' });
    await eventually(async () => expect(await storedValues(test.db, machine.deviceId)).toMatchObject({ Limit: 12 }));
    expect(await codes(machine.deviceId)).toEqual([]);
    node.stop();
  });

  it('says templates, data sets, and what is history; the latest value stays the latest', async () => {
    const { machine, node } = await bornNode([
      ...BIRTH,
      { name: 'Motor', type: 'Template', timestamp: AT, value: { isDefinition: false, templateRef: 'M', metrics: [{ name: 'Current', type: 'Double', value: 2.5, timestamp: AT }] } },
      { name: 'Recipe', type: 'DataSet', timestamp: AT, value: { numOfColumns: 1, columns: ['step'], types: ['String'], rows: [['heat']] } },
    ]);
    node.publishNodeData(payloadOf([{ name: 'Limit', type: 'UInt32', value: 3, timestamp: AT - 3_600_000, isHistorical: true }]));
    await eventually(async () => expect((await storedPoints(test.db, machine.deviceId)).filter(({ key }) => key === 'Limit')).toHaveLength(2));
    expect(await storedValues(test.db, machine.deviceId)).toMatchObject({ 'Motor/Current': 2.5, Recipe: { columns: ['step'], types: ['String'], rows: [['heat']] }, Limit: 10 });
    const [head] = await test.db.sql<{ value: number }>(
      `SELECT h.num[array_position(p.series_ids, s.id)] AS value FROM series s JOIN telemetry_shape p ON p.tenant_id = s.tenant_id AND s.id = ANY (p.series_ids)
       JOIN telemetry_head h ON h.tenant_id = p.tenant_id AND h.shape_id = p.id WHERE s.device_id = $1 AND s.key = 'Limit' ORDER BY h.at DESC LIMIT 1`,
      [machine.deviceId],
    );
    expect(head).toEqual({ value: 10 });
    node.stop();
  });
});

describe('what goes to it', () => {
  it('a metric is written by NCMD and DCMD, and a command is answered when the node tells the value', async () => {
    const { machine, node } = await bornNode();
    node.publishDeviceBirth('D', payloadOf([{ name: 'On', type: 'Boolean', value: false, timestamp: AT }]));
    const deviceId = await eventually(async () => {
      const id = await child(machine, 'D');
      expect(await session(id)).toMatchObject({ is_alive: true });
      return id;
    });
    const ncmd = nextCommand(node, 'ncmd');
    const limit = await sendCommand(test, machine, { method: 'Limit', params: 42 });
    expect((await ncmd).payload).toMatchObject({ metrics: [{ type: 'UInt32', value: 42 }] });
    expect(await commandIn(test, limit, 'sent')).toMatchObject({ delivered_at: null });
    node.publishNodeData(payloadOf([{ name: 'Limit', type: 'UInt32', value: 41 }]));
    node.publishNodeData(payloadOf([{ name: 'Limit', type: 'UInt32', value: 42 }]));
    expect(await commandIn(test, limit, 'answered')).toMatchObject({ answer: { Limit: 42 } });
    const dcmd = nextCommand(node, 'dcmd');
    const on = await sendCommand(test, { ...machine, deviceId }, { method: 'set', params: { On: true } });
    expect(await dcmd).toMatchObject({ device: 'D', payload: { metrics: [{ name: 'On', type: 'Boolean', value: true }] } });
    node.publishDeviceData('D', payloadOf([{ name: 'On', type: 'Boolean', value: true }]));
    expect(await commandIn(test, on, 'answered')).toMatchObject({ answer: { On: true } });
    node.stop();
  });

  it('a person asks it to be born again; what its birth does not name fails', async () => {
    const { machine, node } = await bornNode();
    node.once('ncmd', () => node.publishNodeBirth(payloadOf(BIRTH)));
    const rebirth = await sendCommand(test, machine, { method: 'Node Control/Rebirth', params: {} });
    expect(await commandIn(test, rebirth, 'answered')).toMatchObject({ answer: { 'Node Control/Rebirth': true } });
    await eventually(async () => expect(await session(machine.deviceId)).toMatchObject({ rebirths_asked: 1, is_alive: true }));
    expect(await commandIn(test, await sendCommand(test, machine, { method: 'Nothing', params: 1 }), 'failed')).toMatchObject({ failure: 'refused' });
    node.stop();
  });

  it('a gap in its numbers, data before its birth, and an alias nobody named have it asked to be born again', async () => {
    const { machine, node } = await bornNode();
    const asked = nextCommand(node, 'ncmd');
    (node as unknown as { seq: number }).seq = 7;
    node.publishNodeData(payloadOf([{ name: 'Limit', type: 'UInt32', value: 5, timestamp: AT + 9 }]));
    expect((await asked).payload).toMatchObject({ metrics: [{ name: 'Node Control/Rebirth', type: 'Boolean', value: true }] });
    await eventually(async () => {
      expect(await storedRefusals(test.db, machine.deviceId)).toMatchObject([{ code: 'SPARKPLUG.SEQUENCE_GAP', details: { expected: 1, received: 7 } }]);
      expect(await storedValues(test.db, machine.deviceId)).toMatchObject({ Limit: 5 });
    });
    node.stop();
  });

  it('commands once it listens to them, and not before', async () => {
    const [machine, listening] = [await test.machine(), await bornNode()];
    const client = await connectMqtt(test, machine);
    expect(await publish(client, Buffer.from(encoded({ timestamp: AT, seq: 0, metrics: [{ name: 'bdSeq', type: 'UInt64', value: 0 }, { name: 'Limit', type: 'UInt32', value: 10, timestamp: AT }] })), { topic: 'spBv1.0/G/NBIRTH/N' })).toBe(0);
    const limit = await sendCommand(test, machine, { method: 'Limit', params: 42 });
    // What came after it has gone to one who listens.
    await commandIn(test, await sendCommand(test, listening.machine, { method: 'Limit', params: 1 }), 'sent');
    await commandIn(test, limit, 'queued');
    const heard = new Promise((resolve) => client.once('message', (topic) => resolve(topic)));
    await client.subscribeAsync('spBv1.0/G/NCMD/N');
    expect(await heard).toBe('spBv1.0/G/NCMD/N');
    await commandIn(test, limit, 'sent');
    await client.endAsync();
    listening.node.stop();
  });

  it('the host’s state, as what a broker retains, when it subscribes and when the gateway goes', async () => {
    const client = await connectMqtt(test, await test.machine(), { protocolVersion: 4 });
    const heard = new Promise((resolve) => client.once('message', (topic, payload, { retain, qos }) => resolve([topic, JSON.parse(payload.toString()), retain, qos])));
    await client.subscribeAsync('spBv1.0/STATE/tenon', { qos: 1 });
    expect(await heard).toEqual(['spBv1.0/STATE/tenon', { online: true, timestamp: expect.any(Number) }, true, 1]);
    await client.endAsync();
  });
});

describe('what is refused', () => {
  it('of one metric keeps no other out, and says so on its machine', async () => {
    const { machine, node } = await bornNode();
    node.publishNodeData(payloadOf([
      { name: 'Limit', type: 'UInt32', value: 6, timestamp: AT + 1 },
      { name: 'Supply/Voltage', type: 'Float', value: Number.NaN, timestamp: AT + 1 },
      { name: 'Limit', type: 'UInt32', value: 7, timestamp: Math.floor(AT / 1_000) },
      { name: 'x'.repeat(200), type: 'Int8', value: 1, timestamp: AT + 1 },
    ]));
    await eventually(async () => expect((await codes(machine.deviceId)).toSorted()).toEqual(['SPARKPLUG.POOR_QUALITY', 'SPARKPLUG.UNKNOWN_METRIC', 'TELEMETRY.BAD_TIMESTAMP', 'TELEMETRY.KEY_INVALID']));
    expect(await storedValues(test.db, machine.deviceId)).toMatchObject({ Limit: 6, 'Supply/Voltage': 24.5 });
    node.stop();
  });

  it.each([
    ['JSON', 'spBv1.0/G/NDATA/N', Buffer.from('{"a":1}'), 'SPARKPLUG.BAD_PAYLOAD', 0x99],
    ['a hundred thousand metrics', 'spBv1.0/G/NDATA/N', Buffer.alloc(200_000, '\u0012\u0000'), 'SPARKPLUG.TOO_MUCH', 0x99],
    ['data before its birth', 'spBv1.0/G/NDATA/N', Buffer.alloc(0), 'SPARKPLUG.NOT_BORN', 0x99],
    ['a topic without a node', 'spBv1.0/G/NDATA', Buffer.alloc(0), 'TOPIC.UNKNOWN', 0x90],
  ])('%s', async (_what, topic, payload, code, reason) => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine);
    expect(await publish(client, payload, { topic })).toBe(reason);
    expect(await publish(client, '{"after":1}')).toBe(0);
    await test.gateway.drained();
    expect(await codes(machine.deviceId)).toEqual([code]);
    await client.endAsync();
  });

  it('data of a node in the name of another', async () => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine);
    const said = (seq: number): Buffer => Buffer.from(encoded({ timestamp: AT, seq, metrics: [{ name: 'bdSeq', type: 'UInt64', value: 0 }] }));
    expect(await publish(client, said(0), { topic: 'spBv1.0/G/NBIRTH/N' })).toBe(0);
    expect(await publish(client, said(1), { topic: 'spBv1.0/G/NDATA/M' })).toBe(0x99);
    await test.gateway.drained();
    expect(await codes(machine.deviceId)).toEqual(['SPARKPLUG.OTHER_NODE']);
    await client.endAsync();
  });

  it('devices of a machine that is no gateway, with the way forward', async () => {
    const machine = await test.machine();
    const node = await connectEdgeNode(test, machine);
    node.publishNodeBirth(payloadOf(BIRTH));
    node.publishDeviceBirth('D', payloadOf([]));
    await eventually(async () => expect(await codes(machine.deviceId)).toEqual(['CHILD.NOT_A_GATEWAY']));
    node.stop();
  });

  it('filters on what is not its own', async () => {
    const client = await connectMqtt(test, await test.machine());
    for (const filter of ['spBv1.0/#', 'spBv1.0/+/NCMD/N', 'spBv1.0/G/NDATA/N']) await expect(client.subscribeAsync(filter)).rejects.toThrow('authorized');
    await client.endAsync();
  });
});
