import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mqttPacket, { type Packet } from 'mqtt-packet';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { holdCommits } from './testing/hold-commits.js';
import { connectMqtt, disconnected, publish } from './testing/mqtt-client.js';
import { storedPoints } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

const MAXIMUM = 8;

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { receiveMaximum: MAXIMUM } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const reading = (n: number): string => `{"ts":${Date.UTC(2026, 0, 1) + n},"values":{"n":${n}}}`;
const HISTORY = 'v1/devices/me/telemetry/history';

it.each([
  ['QoS 1', () => 1],
  ['QoS 2', () => 2],
  ['QoS 1 and 2', (n: number) => (n % 2) + 1],
] as const)('takes as many messages of %s at once as it said, and no more', async (_what, qosOf) => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const publishOne = (n: number): Promise<number> => publish(client, reading(n), { topic: HISTORY, qos: qosOf(n) as 1 | 2 });
  const commits = await holdCommits(test.db);
  const published = Array.from({ length: MAXIMUM }, (_, n) => publishOne(n));
  await commits.untilStalled();
  await commits.release();
  expect(await Promise.all(published)).toEqual(new Array(MAXIMUM).fill(0));
  const again = await holdCommits(test.db);
  const gone = disconnected(client);
  const tooMany = Array.from({ length: MAXIMUM + 1 }, (_, n) => publishOne(100 + n).catch(() => null));
  expect(await gone).toBe(0x93);
  await again.release();
  client.end(true);
  await Promise.all(tooMany);
  await test.gateway.drained();
});

it('takes again all that a client had under way when its connection broke, and stores it once', async () => {
  const machine = await test.machine();
  const options = { clientId: 'plc', clean: false, properties: { sessionExpiryInterval: 60 } };
  const first = await connectMqtt(test, machine, options);
  const sent: Packet[] = [];
  first.on('packetsend', (packet) => packet.cmd === 'publish' && sent.push({ ...packet, dup: true }));
  const commits = await holdCommits(test.db);
  for (let n = 0; n < MAXIMUM; n += 1) first.publish(HISTORY, reading(n), { qos: 2 });
  await commits.untilStalled();
  const gone = disconnected(first);
  first.stream.destroy();
  await gone;
  const second = await connectMqtt(test, machine, options);
  const recs: (number | undefined)[] = [];
  second.on('packetreceive', (packet) => packet.cmd === 'pubrec' && recs.push(packet.messageId));
  for (const packet of sent) second.stream.write(mqttPacket.generate(packet, { protocolVersion: 5 }));
  await commits.release();
  await eventually(async () => expect(recs).toEqual(sent.map(({ messageId }) => messageId)));
  expect(recs).toHaveLength(MAXIMUM);
  await second.endAsync(true);
  first.end(true);
  expect(await storedPoints(test.db, machine.deviceId)).toHaveLength(MAXIMUM);
});

it('answers each repetition of a message that is still being stored, and what comes after', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine);
  const recs: number[] = [];
  client.on('packetreceive', (packet) => packet.cmd === 'pubrec' && recs.push(packet.messageId ?? 0));
  const commits = await holdCommits(test.db);
  const bytes = mqttPacket.generate({ cmd: 'publish', topic: HISTORY, payload: reading(1), qos: 2, dup: true, retain: false, messageId: 60_000 }, { protocolVersion: 5 });
  for (let n = 0; n < 3; n += 1) client.stream.write(bytes);
  await commits.untilStalled();
  const after = publish(client, reading(2), { topic: HISTORY });
  await commits.release();
  expect(await after).toBe(0);
  expect(recs).toEqual([60_000, 60_000, 60_000]);
  await client.endAsync(true);
  expect(await storedPoints(test.db, machine.deviceId)).toHaveLength(2);
});
