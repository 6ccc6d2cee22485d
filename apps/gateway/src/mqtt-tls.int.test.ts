import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { makeCertificate, putCertificate, type TestCertificate } from './testing/certificate.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedValues } from './testing/stored.js';
import { testGateway, type TestGateway } from './testing/test-gateway.js';

const RENEWAL_MS = 20;
const MOST_NEWCOMERS = 4;
const FOR_EVER_MS = 600_000;

const folder = mkdtempSync(path.join(tmpdir(), 'tenon-tls-'));
let first: TestCertificate;
let test: TestGateway;
let port: number;
beforeAll(async () => {
  first = await makeCertificate();
  test = await testGateway({ mqttTls: { port: 0, ...putCertificate(folder, first), renewalMs: RENEWAL_MS }, mqtt: { maxNewcomersPerAddress: MOST_NEWCOMERS } });
  port = test.gateway.mqttTlsPort ?? 0;
});
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const secure = (certificate = first) => ({ protocol: 'mqtts', port, host: 'localhost', ca: certificate.certificate }) as const;

/** Shakes hands and leaves. @returns what the gateway showed */
function greet(options: ConnectionOptions = {}): Promise<{ fingerprint: string; protocol: string | null }> {
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options }, () => {
      resolve({ fingerprint: socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase(), protocol: socket.getProtocol() });
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

/** Connects without a word. */
function stand(): Promise<{ leave: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ port, host: '127.0.0.1' }, () => resolve({ leave: () => socket.destroy() }));
    socket.once('error', reject);
  });
}

describe.each(VERSIONS)('MQTT version %d over TLS', (protocolVersion) => {
  it('is acknowledged after commit, as without', async () => {
    const machine = await test.machine();
    const client = await connectMqtt(test, machine, { ...secure(), protocolVersion });
    expect(await publish(client, '{"temperature":21}')).toBe(0);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: 21 });
    // Of more than one record of TLS.
    expect(await publish(client, `{"large":1${' '.repeat(150_000)}}`)).toBe(0);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: 21, large: 1 });
    await client.endAsync();
  });
});

it('a wrong token is refused over TLS too', async () => {
  await expect(connectMqtt(test, { token: 'nobody' }, secure())).rejects.toThrow(/Not authorized|Bad User/);
});

it('versions of TLS before 1.2, and what is no TLS, are turned away, and nothing falls', async () => {
  expect(await greet({ maxVersion: 'TLSv1.2' })).toMatchObject({ protocol: 'TLSv1.2' });
  expect(await greet()).toMatchObject({ protocol: 'TLSv1.3' });
  await expect(greet({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })).rejects.toThrow();
  await expect(connectMqtt(test, test.a, { port })).rejects.toThrow();
  const machine = await test.machine();
  const client = await connectMqtt(test, machine, secure());
  expect(await publish(client, '{"still":1}')).toBe(0);
  await client.endAsync();
});

it('whoever holds the handshake back counts among the newcomers of their address', async () => {
  const standing = await Promise.all(Array.from({ length: MOST_NEWCOMERS }, stand));
  await eventually(() => expect(greet()).rejects.toThrow());
  for (const { leave } of standing) leave();
  await eventually(greet);
});

it('a renewed certificate is taken up, and who is connected stays; one that is broken is not', async () => {
  const machine = await test.machine();
  const client = await connectMqtt(test, machine, secure());
  const second = await makeCertificate();
  putCertificate(folder, { certificate: second.certificate.slice(0, 300), key: second.key });
  expect((await greet()).fingerprint).toBe(first.fingerprint);
  putCertificate(folder, second);
  await eventually(async () => expect((await greet()).fingerprint).toBe(second.fingerprint));
  expect(await publish(client, '{"through":1}')).toBe(0);
  const later = await connectMqtt(test, machine, { ...secure(second), clientId: 'later' });
  expect(await publish(later, '{"after":2}')).toBe(0);
  expect(await storedValues(test.db, machine.deviceId)).toEqual({ through: 1, after: 2 });
  await Promise.all([client.endAsync(), later.endAsync()]);
});

it('a gateway that closes does not wait for whoever holds the handshake back', async () => {
  const closing = await testGateway({ mqttTls: { port: 0, ...putCertificate(mkdtempSync(path.join(tmpdir(), 'tenon-tls-')), first) }, mqtt: { connectTimeoutMs: FOR_EVER_MS } });
  const standing = connectTcp({ port: closing.gateway.mqttTlsPort ?? 0, host: '127.0.0.1' });
  const isLeft = new Promise((resolve) => standing.once('close', resolve));
  await once(standing, 'connect');
  await closing.close();
  await isLeft;
});

it('a gateway whose certificate and key do not belong together does not start', async () => {
  const [one, other] = [await makeCertificate(), await makeCertificate()];
  const files = putCertificate(mkdtempSync(path.join(tmpdir(), 'tenon-tls-')), { certificate: one.certificate, key: other.key });
  await expect(testGateway({ mqttTls: { port: 0, ...files } }, () => test.db.databaseUrl)).rejects.toThrow(/key values mismatch/);
});
