import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { MqttClient } from 'mqtt';
import { heardBy } from './testing/commands.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, disconnected, publish } from './testing/mqtt-client.js';
import { storedValues } from './testing/stored.js';
import { announce, testGateway, type TestGateway } from './testing/test-gateway.js';

let test: TestGateway;
beforeAll(async () => {
  test = await testGateway();
});
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const SECRET = 'the secret of a key';
let keys = 0;

async function key(columns: { revokedAt?: string; expiresAt?: string } = {}, tenantId = test.a.tenantId): Promise<string> {
  const name = `key-${(keys += 1)}`;
  const digest = createHash('sha256').update(SECRET).digest();
  await test.db.sql(`INSERT INTO provisioning_key (tenant_id, id, name, key, secret_digest, secret_prefix, makes_new, revoked_at, expires_at) VALUES ($1, $2, $3, $3, $4, 'x', true, $5, $6)`, [tenantId, randomUUID(), name, digest, columns.revokedAt ?? null, columns.expiresAt ?? null]);
  return name;
}

const asked = (provisionDeviceKey: string, more: object = {}): string => JSON.stringify({ provisionDeviceKey, provisionDeviceSecret: SECRET, deviceName: 'Press', ...more });

type Answer = Record<string, unknown>;
const overHttp = async (body: string): Promise<Answer> => (await (await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/provision`, { method: 'POST', body })).json()) as Answer;

/** Answers a key's request as the worker does: adds the machine, or says why not. */
async function work(name: string, code: string | null = null): Promise<string> {
  const request = await eventually(async () => {
    const [row] = await test.db.sql<{ id: string; tenant_id: string; token_digest: Buffer; token_prefix: string }>(`SELECT r.* FROM device_request r JOIN provisioning_key k ON k.id = r.key_id WHERE k.key = $1 AND r.state = 'asked'`, [name]);
    expect(row).toBeDefined();
    return row!;
  });
  const deviceId = randomUUID();
  if (code === null) {
    await test.db.sql(`INSERT INTO device (tenant_id, id, name, kind) VALUES ($1, $2::uuid, $2::text, 'machine')`, [request.tenant_id, deviceId]);
    await test.db.sql('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $2, $3, $4)', [request.tenant_id, deviceId, request.token_digest, request.token_prefix]);
  }
  await test.db.sql('UPDATE device_request SET state = $2, code = $3 WHERE id = $1', [request.id, code === null ? 'done' : 'refused', code]);
  await announce(test.db, { kind: 'request-answered', tenantId: request.tenant_id, requestId: request.id });
  return deviceId;
}

const guest = (options: object = {}): Promise<MqttClient> => connectMqtt(test, { token: 'provision' }, options);
const refusalOf = async (name: string): Promise<unknown> => (await test.db.sql('SELECT refused_count, refused_code, refused_name FROM provisioning_key WHERE key = $1', [name]))[0];

describe('a machine without credentials', () => {
  it.each([4, 5] as const)('asks over MQTT (version %i), and comes back with what it was given', async (protocolVersion) => {
    const name = await key();
    const client = await guest({ protocolVersion });
    await client.subscribeAsync('/provision/response', { qos: 1 });
    const heard = heardBy(client);
    expect(await publish(client, asked(name), { topic: '/provision/request' })).toBe(0);
    const deviceId = await work(name);
    const [topic, answer] = await heard.next();
    expect([topic, answer]).toEqual(['/provision/response', { status: 'SUCCESS', credentialsType: 'ACCESS_TOKEN', credentialsValue: expect.stringMatching(/^[A-Za-z][A-Za-z0-9]{31}$/) }]);
    await client.endAsync();
    const { credentialsValue: token } = answer as { credentialsValue: string };
    const machine = await connectMqtt(test, { token });
    expect(await publish(machine, '{"t":1}')).toBe(0);
    await machine.endAsync();
    expect(await storedValues(test.db, deviceId)).toEqual({ t: 1 });
  });

  it('asks over HTTP, with a token of its own choice', async () => {
    const name = await key();
    const token = 'sLzc0gDAZPkGMzFVTyUY';
    const answer = overHttp(asked(name, { credentialsType: 'ACCESS_TOKEN', token }));
    await work(name);
    expect(await answer).toEqual({ status: 'SUCCESS', credentialsType: 'ACCESS_TOKEN', credentialsValue: token });
    await (await connectMqtt(test, { token })).endAsync();
  });

  it('comes by user name and password, of which nothing is kept, and by all of what it said alone', async () => {
    const name = await key();
    const basic = { clientId: 'press-1', username: 'press', password: 'abcdefgh12345678' };
    const answer = overHttp(asked(name, { credentialsType: 'MQTT_BASIC', ...basic }));
    await work(name);
    expect(await answer).toEqual({ status: 'SUCCESS', credentialsType: 'MQTT_BASIC', credentialsValue: { clientId: 'press-1', userName: 'press', password: 'abcdefgh12345678' } });
    const client = await connectMqtt(test, { token: 'press' }, basic);
    expect(await publish(client, '{"t":1}')).toBe(0);
    await client.endAsync();
    for (const wrong of [{ clientId: 'other' }, { password: 'abcdefgh12345679' }, { password: '' }]) await expect(connectMqtt(test, { token: 'press' }, { ...basic, ...wrong })).rejects.toMatchObject({ code: 0x86 });
  });

  it('may ask, and nothing else', async () => {
    const client = await guest();
    const granted = new Promise((told) => client.on('packetreceive', (packet) => packet.cmd === 'suback' && told(packet.granted)));
    client.subscribe(['/provision/response', 'v1/devices/me/attributes'], () => undefined);
    expect(await granted).toEqual([0, 0x87]);
    expect(await publish(client, '{"t":1}')).toBe(0x90);
    await client.endAsync();
    const hasty = await guest();
    await hasty.subscribeAsync('/provision/response');
    const name = await key();
    // As many as wait for the worker at once, and one more.
    const reasons = await Promise.all(Array.from({ length: 5 }, () => publish(hasty, asked(name), { topic: '/provision/request' })));
    expect(reasons).toEqual([0, 0, 0, 0, 0x97]);
    await hasty.endAsync(true);
    const deaf = await guest();
    expect(await publish(deaf, asked(await key()), { topic: '/provision/request' })).toBe(0x90);
    await deaf.endAsync();
    const stray = await guest();
    stray.stream.write(Buffer.from([0x40, 2, 0, 1]));
    expect(await disconnected(stray)).toBe(0x82);
  });
});

describe('a request that is refused', () => {
  it('tells nobody whether there is such a key, and its company that a secret was wrong', async () => {
    const name = await key();
    const nobody = await overHttp(asked('nobody’s'));
    expect(await overHttp(asked(name, { provisionDeviceSecret: 'wrong' }))).toEqual(nobody);
    expect(nobody).toEqual({ status: 'NOT_FOUND', errorMsg: 'Provision data was not found!', code: 'PROVISION.NOT_FOUND' });
    expect(await refusalOf(name)).toEqual({ refused_count: 1, refused_code: 'PROVISION.WRONG_SECRET', refused_name: 'Press' });
  });

  it.each([
    [{ revokedAt: '2026-01-01T00:00:00Z' }, 'PROVISION.KEY_REVOKED'],
    [{ expiresAt: '2026-01-01T00:00:00Z' }, 'PROVISION.KEY_EXPIRED'],
  ])('says why to whoever knows the secret: %p', async (columns, code) => {
    const name = await key(columns);
    expect(await overHttp(asked(name))).toMatchObject({ status: 'FAILURE', code });
    expect(await refusalOf(name)).toMatchObject({ refused_count: 1, refused_code: code });
    expect(await test.db.sql('SELECT 1 FROM device_request r JOIN provisioning_key k ON k.id = r.key_id WHERE k.key = $1', [name])).toEqual([]);
  });

  it('by the worker, or by what it says itself, is told', async () => {
    const name = await key();
    const answer = overHttp(asked(name));
    await work(name, 'PROVISION.NAME_TAKEN');
    expect(await answer).toMatchObject({ status: 'FAILURE', code: 'PROVISION.NAME_TAKEN' });
    expect(await overHttp(asked(name, { credentialsType: 'LWM2M' }))).toMatchObject({ status: 'FAILURE', errorMsg: expect.stringContaining('NOT SUPPORTED') });
    expect(await overHttp(asked(name, { credentialsType: 'X509_CERTIFICATE', hash: 'x' }))).toMatchObject({ status: 'FAILURE', code: 'PROVISION.BAD_CERTIFICATE' });
    expect(await overHttp('{')).toMatchObject({ status: 'FAILURE', code: 'PROVISION.BAD_JSON' });
  });

  it('of a company that is suspended, is not asked of anybody', async () => {
    const name = await key({}, test.b.tenantId);
    await test.db.sql(`UPDATE tenant SET state = 'suspended' WHERE id = $1`, [test.b.tenantId]);
    expect(await overHttp(asked(name))).toMatchObject({ status: 'FAILURE', code: 'PROVISION.COMPANY_SUSPENDED' });
  });

  it('too often from one address, is not looked at any more', async () => {
    const codes: unknown[] = [];
    while (codes.at(-1) !== 'PROVISION.TOO_MANY' && codes.length < 150) codes.push((await overHttp('{'))['code']);
    expect(codes.at(-1)).toBe('PROVISION.TOO_MANY');
    expect(codes.length).toBeGreaterThan(50);
  });
});
