import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificate, putCertificate, type TestCertificate } from './testing/certificate.js';
import { giveCertificate, haveAuthority, makeTestAuthority, signFor, type ClientCertificate, type TestAuthority } from './testing/client-certificate.js';
import { eventually } from './testing/eventually.js';
import { connectMqtt, disconnected, publish, VERSIONS } from './testing/mqtt-client.js';
import { storedValues } from './testing/stored.js';
import { announce, testGateway, type TestGateway, type TestMachine } from './testing/test-gateway.js';

const BAD_CREDENTIAL = /Bad User Name|Not authorized/;
const NOT_AUTHORIZED = 135;
const DAY_MS = 86_400_000;

let server: TestCertificate;
let test: TestGateway;
/** Company A's own, and one of theirs; and one that nobody has, which is called as theirs is. */
let own: TestAuthority;
let theirs: TestAuthority;
let ids: { own: string; theirs: string };
beforeAll(async () => {
  server = await makeCertificate();
  test = await testGateway({ mqttTls: { port: 0, ...putCertificate(mkdtempSync(path.join(tmpdir(), 'tenon-x509-')), server) } });
  [own, theirs] = [await makeTestAuthority('Tenon machines'), await makeTestAuthority('Plant CA')];
  ids = { own: await haveAuthority(test, test.a.tenantId, own, 'own'), theirs: await haveAuthority(test, test.a.tenantId, theirs, 'theirs') };
});
afterAll(() => test.close());
guardBystander({ database: () => test.db });

const by = ({ cert, key }: ClientCertificate) => ({ protocol: 'mqtts', port: test.gateway.mqttTlsPort ?? 0, host: 'localhost', ca: server.certificate, cert, key, username: undefined }) as const;
const asNobody = { token: '' };
const codes = async ({ deviceId }: TestMachine): Promise<string[]> => (await test.db.sql<{ code: string }>('SELECT code FROM device_refusal WHERE device_id = $1 ORDER BY id', [deviceId])).map(({ code }) => code);

async function given(toMs?: number): Promise<{ machine: TestMachine; certificate: ClientCertificate }> {
  const machine = await test.machine();
  const certificate = await signFor(own, machine.deviceId, toMs === undefined ? {} : { toMs });
  await giveCertificate(test, machine, ids.own, certificate);
  return { machine, certificate };
}

describe.each(VERSIONS)('over MQTT version %d', (protocolVersion) => {
  it('a machine is let in by the certificate that it was given, and by one that an authority of its company signed in its name', async () => {
    const { machine, certificate } = await given();
    const client = await connectMqtt(test, asNobody, { ...by(certificate), protocolVersion });
    expect(await publish(client, '{"temperature":21}')).toBe(0);
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ temperature: 21 });
    await client.endAsync();

    const named = await test.machine();
    const name = `冲压 ${protocolVersion}, "A+B"`;
    await test.db.sql('UPDATE device SET name = $2 WHERE id = $1', [named.deviceId, name]);
    const other = await connectMqtt(test, asNobody, { ...by(await signFor(theirs, name)), protocolVersion });
    expect(await publish(other, '{"temperature":22}')).toBe(0);
    expect(await storedValues(test.db, named.deviceId)).toEqual({ temperature: 22 });
    await other.endAsync();
  });
});

describe('a machine that lets itself in by a key', () => {
  const ask = async (hash: string): Promise<Record<string, unknown>> => {
    const body = JSON.stringify({ provisionDeviceKey: 'x509', provisionDeviceSecret: 'secret', deviceName: 'Press', credentialsType: 'X509_CERTIFICATE', hash });
    return (await (await fetch(`http://127.0.0.1:${test.gateway.httpPort}/api/v1/provision`, { method: 'POST', body })).json()) as Record<string, unknown>;
  };
  beforeAll(() => test.db.sql(`INSERT INTO provisioning_key (tenant_id, id, name, key, secret_digest, secret_prefix, makes_new) VALUES ($1, gen_random_uuid(), 'x509', 'x509', sha256('secret'), 's', true)`, [test.a.tenantId]));

  it('brings its own certificate, in PEM or what of that is base64, and connects with it', async () => {
    const mine = await signFor(await makeTestAuthority('A maker'), 'whatever');
    const hash = mine.cert.replaceAll(/-----[A-Z ]+-----|\s/g, '');
    const answer = ask(hash);
    const request = await eventually(async () => {
      const [row] = await test.db.sql<{ id: string; token_digest: Buffer; certificate_serial: string }>(`SELECT id, token_digest, certificate_serial FROM device_request WHERE state = 'asked'`);
      expect(row).toBeDefined();
      return row!;
    });
    expect([request.token_digest.toString('hex'), request.certificate_serial]).toEqual([mine.fingerprint, mine.serial]);
    const machine = await test.machine();
    await test.db.sql(`INSERT INTO device_certificate (tenant_id, id, device_id, fingerprint, serial, issued_at, not_after) VALUES ($1, $2, $2, $3, $4, now(), now() + interval '1 year')`, [machine.tenantId, machine.deviceId, request.token_digest, request.certificate_serial]);
    await test.db.sql(`UPDATE device_request SET state = 'done' WHERE id = $1`, [request.id]);
    await announce(test.db, { kind: 'request-answered', tenantId: machine.tenantId, requestId: request.id });
    expect(await answer).toEqual({ status: 'SUCCESS', credentialsType: 'X509_CERTIFICATE', credentialsValue: hash });
    const client = await connectMqtt(test, asNobody, by(mine));
    expect(await publish(client, '{"t":1}')).toBe(0);
    await client.endAsync();
    expect(await storedValues(test.db, machine.deviceId)).toEqual({ t: 1 });
  });

  it('does not bring one that is for servers, over, or for which a company’s authority stands', async () => {
    const maker = await makeTestAuthority('A maker');
    for (const [bad, code] of [
      [await signFor(maker, 'x', { use: '1.3.6.1.5.5.7.3.1' }), 'PROVISION.BAD_CERTIFICATE'],
      [await signFor(maker, 'x', { toMs: Date.now() - DAY_MS }), 'PROVISION.BAD_CERTIFICATE'],
      [await signFor(theirs, 'x'), 'PROVISION.CERTIFICATE_NOT_FREE'],
    ] as const) {
      expect(await ask(bad.cert)).toMatchObject({ status: 'FAILURE', code });
    }
  });
});

it('a token in the user name counts before the certificate', async () => {
  const { machine, certificate } = await given();
  const client = await connectMqtt(test, test.b, { ...by(certificate), username: test.b.token });
  expect(await publish(client, '{"mine":1}')).toBe(0);
  expect([await storedValues(test.db, test.b.deviceId), await storedValues(test.db, machine.deviceId)]).toEqual([{ mine: 1 }, {}]);
  await client.endAsync();
});

it('nobody is let in by a certificate that nobody knows, nor by one of an authority that is only called as a known one is', async () => {
  const { machine } = await given();
  const impostor = await makeTestAuthority('Plant CA');
  // The company's own lets in by what it gave alone: whatever else is signed by its key was not given here.
  for (const authority of [await makeTestAuthority('Nobody'), impostor, own]) await expect(connectMqtt(test, asNobody, by(await signFor(authority, machine.deviceId)))).rejects.toThrow(BAD_CREDENTIAL);
  await expect(connectMqtt(test, asNobody, { ...by(await signFor(theirs, machine.deviceId)), cert: undefined, key: undefined })).rejects.toThrow(BAD_CREDENTIAL);
});

it('an authority of one company’s lets nobody in as another company’s machine, and whom it meant is noted', async () => {
  await expect(connectMqtt(test, asNobody, by(await signFor(theirs, test.b.deviceId)))).rejects.toThrow(BAD_CREDENTIAL);
  const [row] = await test.db.sql<{ stranger_name: string }>('SELECT stranger_name FROM certificate_authority WHERE id = $1', [ids.theirs]);
  expect(row?.stranger_name).toBe(test.b.deviceId);
});

it('a certificate that was revoked sends whoever came by it away and lets nobody in; the company reads why', async () => {
  const { machine, certificate } = await given();
  const client = await connectMqtt(test, asNobody, by(certificate));
  const gone = disconnected(client);
  await test.db.sql('UPDATE device_certificate SET revoked_at = now() WHERE device_id = $1', [machine.deviceId]);
  await announce(test.db, { kind: 'token-revoked', tenantId: machine.tenantId, deviceId: machine.deviceId });
  expect(await gone).toBe(NOT_AUTHORIZED);
  await expect(connectMqtt(test, asNobody, by(certificate))).rejects.toThrow(BAD_CREDENTIAL);
  await eventually(async () => expect(await codes(machine)).toEqual(['AUTH.CERTIFICATE_REVOKED']));
});

it('certificates of theirs let in no more by their serial numbers, nor once their authority was ended', async () => {
  const another = await makeTestAuthority('Second plant CA');
  const id = await haveAuthority(test, test.a.tenantId, another, 'theirs');
  const machine = await test.machine();
  const [first, second] = [await signFor(another, machine.deviceId), await signFor(another, machine.deviceId)];
  const client = await connectMqtt(test, asNobody, by(first));
  const gone = disconnected(client);
  await test.db.sql('INSERT INTO revoked_serial (tenant_id, authority_id, serial) VALUES ($1, $2, $3)', [machine.tenantId, id, first.serial]);
  await announce(test.db, { kind: 'certificates-changed', tenantId: machine.tenantId });
  expect(await gone).toBe(NOT_AUTHORIZED);
  const other = await connectMqtt(test, asNobody, by(second));
  const otherGone = disconnected(other);
  await test.db.sql(`UPDATE certificate_authority SET state = 'ended', ended_at = now() WHERE id = $1`, [id]);
  await announce(test.db, { kind: 'certificates-changed', tenantId: machine.tenantId });
  expect(await otherGone).toBe(NOT_AUTHORIZED);
});

it('a certificate that has ended, is not good yet or is a server’s lets nobody in, and the company reads which it is', async () => {
  const machine = await test.machine();
  const wrong = [
    await signFor(theirs, machine.deviceId, { toMs: Date.now() - DAY_MS }),
    await signFor(theirs, machine.deviceId, { fromMs: Date.now() + DAY_MS }),
    await signFor(theirs, machine.deviceId, { use: '1.3.6.1.5.5.7.3.1' }),
  ];
  for (const certificate of wrong) await expect(connectMqtt(test, asNobody, by(certificate))).rejects.toThrow(BAD_CREDENTIAL);
  await eventually(async () => expect(await codes(machine)).toEqual(['AUTH.CERTIFICATE_EXPIRED', 'AUTH.CERTIFICATE_EARLY', 'AUTH.CERTIFICATE_OTHER_USE']));
});
