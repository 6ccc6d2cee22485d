import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { commandIn, desire, sendCommand } from './testing/commands.js';
import { storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

const run = promisify(execFile);
const MACHINE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'testing', 'paho-machine.py');

/** A Python that has Paho's client: Debian puts it with its own. */
async function pythonWithPaho(): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3']) {
    const isThere = await run(python, ['-c', 'import paho.mqtt.client']).then(() => true, () => false);
    if (isThere) return python;
  }
  return undefined;
}

const python = await pythonWithPaho();

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
guardBystander({ database: () => test.db });
afterAll(() => test.close());

(python ? describe : describe.skip)(python ? 'Paho’s Python client' : 'Paho’s Python client, which is not installed here,', () => {
  it.each([
    ['3.1', 3],
    ['3.1.1', 4],
    ['5', 5],
  ])('is a machine written for ThingsBoard, with MQTT %s', async (_name, version) => {
    const machine = await test.machine();
    await desire(test, machine, { target: 180 });
    const child = spawn(python ?? '', [MACHINE, '127.0.0.1', String(test.gateway.mqttPort), machine.token, String(version)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: object[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(JSON.parse(line) as object);
      if (said.length === 2) await desire(test, machine, { target: 190 });
      if (said.length === 3) await sendCommand(test, machine, { method: 'open', params: ['门'] });
    }
    if (child.exitCode === null) await once(child, 'exit');
    expect(said).toEqual([
      { subscribed: [2, 1, 1] },
      { topic: 'v1/devices/me/attributes/response/1', payload: { shared: { target: 180 } }, qos: 1 },
      { topic: 'v1/devices/me/attributes', payload: { target: 190 }, qos: 1 },
      { topic: 'v1/devices/me/rpc/request/1', payload: { method: 'open', params: ['门'] }, qos: 2 },
    ]);
    const [command] = await test.db.sql<{ id: string }>('SELECT id FROM device_command WHERE device_id = $1', [machine.deviceId]);
    expect(await commandIn(test, command?.id ?? '', 'answered')).toMatchObject({ answer: { done: 'open' } });
    await test.gateway.drained();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: 23.4, note: '温度' });
  });
});
