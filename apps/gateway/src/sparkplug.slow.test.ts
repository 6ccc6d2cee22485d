import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLog, createMetrics } from '@tenon/runtime';
import { guardBystander } from '@tenon/testing/bystander';
import type { MqttClient } from 'mqtt';
import sparkplug from 'sparkplug-payload';
import { startGateway, type Gateway } from './gateway.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { storedPoints, storedRefusals } from './testing/stored.js';
import { testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

let test: TestGateway;
let other: Gateway;
beforeAll(async () => {
  test = await testGateway();
  const log = createLog({ name: 'test', level: 'silent' });
  other = await startGateway({ databaseUrl: test.db.databaseUrl, mqttPort: 0, httpPort: 0, gatewayId: 'other', connectsPerMinute: 100_000, log, registry: createMetrics('gateway') });
});
afterAll(async () => {
  await other.close();
  await test.close();
});
guardBystander({ database: () => test.db });

const ROUNDS = 60;
const A_ROUND = 100;
const AT = Date.now() - 86_400_000;

/** Whole numbers from 0 to below `below`, the same each time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
}

const encoded = (seq: number, n: number | null): Buffer =>
  Buffer.from(
    sparkplug.get('spBv1.0')!.encodePayload({
      timestamp: AT,
      seq,
      metrics: [n === null ? { name: 'bdSeq', type: 'UInt64', value: 0, timestamp: AT } : { name: 'N', type: 'Int32', value: n, timestamp: AT + n }, ...(n === null ? [{ name: 'N', type: 'Int32', value: -1, timestamp: AT - 1 } as const] : [])],
    }),
  );

/** A node that is born at each connection, keeps what was not acknowledged, and sends it again behind its next birth. */
async function connectNode(machine: TestMachine, at: Gateway): Promise<MqttClient> {
  const client = await connectMqtt({ ...test, gateway: at }, machine, { protocolVersion: 4, clientId: 'node' });
  await publish(client, encoded(0, null), { topic: 'spBv1.0/G/NBIRTH/N' });
  return client;
}

it('a node whose line is cut and whose messages go missing, at two gateways by turns, loses no point that was acknowledged, and none is there twice', async () => {
  const chance = random(11);
  const machine = await test.machine();
  let left: number[] = [];
  const acknowledged = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const client = await connectNode(machine, round % 2 === 0 ? test.gateway : other);
    let seq = 0;
    const wanted = [...left, ...Array.from({ length: A_ROUND }, (_, i) => round * A_ROUND + i)];
    left = [];
    const cutAt = chance(wanted.length * 2);
    const sent = wanted.map(async (n, i) => {
      if (i === cutAt) client.stream.destroy();
      // One in thirty never leaves the node, which counts it all the same.
      seq = (seq + (chance(30) === 0 ? 2 : 1)) % 256;
      const isDone = await publish(client, encoded(seq, n), { topic: 'spBv1.0/G/NDATA/N' }).then(
        () => true,
        () => false,
      );
      if (isDone) acknowledged.add(n);
      else left.push(n);
    });
    client.once('close', () => client.end(true));
    await Promise.all(sent);
    await client.endAsync(true);
  }
  await Promise.all([test.gateway.drained(), other.drained()]);
  const points = (await storedPoints(test.db, machine.deviceId)).filter(({ value }) => Number(value) >= 0);
  const stored = new Map(points.map(({ atMs, value }) => [atMs, value]));
  expect(stored.size).toBe(points.length);
  expect(points.every(({ atMs, value }) => atMs === AT + Number(value))).toBe(true);
  expect([...acknowledged].filter((n) => stored.get(AT + n) !== n)).toEqual([]);
  expect(acknowledged.size).toBe(ROUNDS * A_ROUND - left.length);
  const refused = await storedRefusals(test.db, machine.deviceId);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SPARKPLUG.SEQUENCE_GAP']));
});
