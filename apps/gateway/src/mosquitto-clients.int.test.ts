import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { commandIn, sendCommand } from './testing/commands.js';
import { storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

const run = promisify(execFile);
const isThere = await run('mosquitto_pub', ['--help']).then(
  () => true,
  (error: { code?: unknown }) => error.code !== 'ENOENT',
);

let test: TestGateway;
beforeAll(async () => (test = await testGateway()));
guardBystander({ database: () => test.db });
afterAll(() => test.close());

(isThere ? describe : describe.skip)(isThere ? 'mosquitto’s clients' : 'mosquitto’s clients, which are not installed here,', () => {
  it.each([
    ['mqttv31', '1'],
    ['mqttv311', '0'],
    ['mqttv311', '2'],
    ['mqttv5', '1'],
    ['mqttv5', '2'],
  ])('hear commands with %s and QoS %s', async (version, qos) => {
    const machine = await test.machine();
    const id = await sendCommand(test, machine, { method: 'open', params: ['门'], expectsAnswer: false });
    const args = ['-h', '127.0.0.1', '-p', String(test.gateway.mqttPort), '-V', version, '-q', qos, '-u', machine.token, '-t', 'v1/devices/me/rpc/request/+', '-C', '1', '-W', '10', '-F', '%t %q %p'];
    const { stdout } = await run('mosquitto_sub', args);
    expect(stdout.trim()).toBe(`v1/devices/me/rpc/request/1 ${qos} {"method":"open","params":["门"]}`);
    // It leaves as soon as it heard, sometimes before its last word: then the command waits again, but where nothing is to be acknowledged.
    await commandIn(test, id, ...(qos === '0' ? ['sent'] : ['delivered', 'queued']));
  });

  it.each([
    ['mqttv31', '0'],
    ['mqttv31', '1'],
    ['mqttv311', '1'],
    ['mqttv311', '2'],
    ['mqttv5', '1'],
    ['mqttv5', '2'],
  ])('sends with %s and QoS %s', async (version, qos) => {
    const machine = await test.machine();
    const args = ['-h', '127.0.0.1', '-p', String(test.gateway.mqttPort), '-V', version, '-q', qos, '-u', machine.token, '-t', 'v1/devices/me/telemetry', '-m', '{"temperature":23.4}'];
    await run('mosquitto_pub', args);
    await test.gateway.drained();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: 23.4 });
  });
});
