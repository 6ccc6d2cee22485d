import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { eventually } from './testing/eventually.js';
import { outliveHostility } from './testing/hostile-connections.js';
import { connectMqtt, publish } from './testing/mqtt-client.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => (test = await testGateway({ mqtt: { maxPacketBytes: 8_192 } })));
afterAll(() => test.close());
guardBystander({ database: () => test.db });

it('outlives 1,000 hostile connections and serves an honest client beside them', () => outliveHostility(test, 1), 60_000);

it('does not keep what never ends', async () => {
  const socket = connect(test.gateway.mqttPort, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.resume();
  // A CONNECT of 200 MB.
  socket.write(Buffer.concat([Buffer.from([0x10, 0x80, 0x84, 0xaf, 0x5f]), Buffer.alloc(64 * 1024)]));
  await closed;
});

/** A socket on which nothing was said yet. */
async function newcomer(port: number): Promise<{ socket: Socket; closed: Promise<void> }> {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.resume();
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return { socket, closed };
}

it('bounds the connections of one address on which nobody showed a token, and not those of machines', async () => {
  const own = await testGateway({ mqtt: { maxNewcomersPerAddress: 3 } });
  const machines = [];
  for (let n = 0; n < 5; n += 1) machines.push(await connectMqtt(own, own.a));
  const idle = [];
  for (let n = 0; n < 3; n += 1) idle.push(await newcomer(own.gateway.mqttPort));
  await (await newcomer(own.gateway.mqttPort)).closed;
  expect(await publish(machines[0] as (typeof machines)[number], '{"x":1}')).toBe(0);
  idle[0]?.socket.destroy();
  machines.push(await eventually(() => connectMqtt(own, own.b)));
  for (const { socket } of idle) socket.destroy();
  await Promise.all(machines.map((client) => client.endAsync()));
  await own.close();
});

it('takes large packets only from whoever was let in', async () => {
  const own = await testGateway({ mqtt: { maxConnectBytes: 1_024 } });
  const will = (length: number): { topic: string; payload: Buffer; qos: 1; retain: boolean } => ({ topic: 'v1/devices/me/telemetry', payload: Buffer.alloc(length, ' '), qos: 1, retain: false });
  await expect(connectMqtt(own, own.a, { will: will(2_000) })).rejects.toThrow();
  const client = await connectMqtt(own, own.a, { will: will(500) });
  expect(await publish(client, `{"x":"${'y'.repeat(3_000)}"}`)).toBe(0);
  await client.endAsync();
  await own.close();
});

it('serves others while a machine sends nothing but PINGREQ', async () => {
  const own = await testGateway({ mqtt: { messagesPerSecond: 50 } });
  const [flood, other] = await Promise.all([connectMqtt(own, own.a, { protocolVersion: 4 }), connectMqtt(own, own.b)]);
  let answered = 0;
  flood.on('packetreceive', ({ cmd }) => (answered += cmd === 'pingresp' ? 1 : 0));
  const first = new Promise<void>((resolve) => flood.once('packetreceive', () => resolve()));
  flood.stream.write(Buffer.alloc(65_536, Buffer.from([0xc0, 0])));
  await first;
  expect(await publish(other, '{"x":1}')).toBe(0);
  expect(answered).toBeGreaterThanOrEqual(100);
  expect(answered).toBeLessThan(5_000);
  await Promise.all([flood.endAsync(true), other.endAsync()]);
  await own.close();
});
