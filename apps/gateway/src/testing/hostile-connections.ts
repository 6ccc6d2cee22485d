import { connect, type Socket } from 'node:net';
import { expect } from '@jest/globals';
import { hostileBytes, seeded } from '@tenon/testing/hostile';
import { connectMqtt, publish } from './mqtt-client.js';
import { storedValues } from './stored.js';
import type { TestGateway } from './test-gateway.js';

/** Sends bytes in pieces, hangs up, and resolves when the connection is over. */
function send(port: number, bytes: Buffer, random: () => number): Promise<void> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const cut = Math.floor(random() * bytes.length);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
    socket.write(bytes.subarray(0, cut));
    socket.end(bytes.subarray(cut));
  });
}

/** Opens 1,000 hostile connections, the same for the same seed, and expects all that an honest client publishes beside them to be stored. */
export async function outliveHostility(test: TestGateway, seed: number): Promise<void> {
  const random = seeded(seed);
  const machine = await test.machine();
  const honest = await connectMqtt(test, machine);
  const hostile = (): Promise<void> => send(test.gateway.mqttPort, hostileBytes(random, test.a.token).bytes, random);
  for (let n = 0; n < 1_000; n += 25) {
    await Promise.all(Array.from({ length: 25 }, hostile));
    expect(await publish(honest, `{"n":${n}}`)).toBe(0);
  }
  await honest.endAsync();
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ n: 975 });
}
