import 'reflect-metadata';
import { BasicConstraintsExtension, Pkcs10CertificateRequestGenerator, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { webcrypto, X509Certificate } from 'node:crypto';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

let api: TestApi;
let owner: TestPerson;
let deviceId: string;
beforeAll(async () => {
  api = await testApi({ MQTT_TLS_CERT_FILE: 'there is one', MQTT_TLS_PORT: '18883' });
  owner = await api.newcomer('宝山精密');
  ({ createDevice: { device: { id: deviceId } } } = await owner.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "1#" }) { device { id } } }'));
});
afterAll(() => api.close());
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

const codeOf = async (query: string, variables: object): Promise<string | undefined> => (await owner.ask(query, variables)).errors?.[0]?.extensions.code;
const keysOf = async (): Promise<CryptoKeyPair> => (await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify'])) as CryptoKeyPair;

async function request(): Promise<string> {
  return (await Pkcs10CertificateRequestGenerator.create({ name: 'CN=x', keys: await keysOf(), signingAlgorithm: EC })).toString('pem');
}

const ISSUE = 'mutation ($input: IssueDeviceCertificateInput!) { issueDeviceCertificate(input: $input) { pem authorityPem endpoint { mqttTlsPort } certificate { id serial isGood } } }';
interface Issued { readonly issueDeviceCertificate: { readonly pem: string; readonly authorityPem: string; readonly endpoint: object; readonly certificate: { readonly id: string; readonly serial: string; readonly isGood: boolean } } }
const issue = async (days?: number): Promise<Issued['issueDeviceCertificate']> => (await owner.get<Issued>(ISSUE, { input: { deviceId, request: await request(), days } })).issueDeviceCertificate;

describe('a machine’s certificate', () => {
  it('is signed by the company’s own authority, whose key lies sealed, and is told in the trail; revoked, it is good no more', async () => {
    const [one, other] = [await issue(), await issue(1)];
    const [made, authority] = [new X509Certificate(one.pem), new X509Certificate(one.authorityPem)];
    expect([made.verify(authority.publicKey), made.subject, one.endpoint, one.certificate.isGood]).toEqual([true, `CN=${deviceId}`, { mqttTlsPort: 18_883 }, true]);
    expect(one.authorityPem).toBe(other.authorityPem);
    const [kept] = await api.database.sql<{ private_sealed: string }>('SELECT private_sealed FROM certificate_authority WHERE kind = $1', ['own']);
    expect(kept?.private_sealed).toMatch(/^s1\./);
    await owner.get('mutation ($id: ID!) { revokeDeviceCertificate(id: $id) { id } }', { id: one.certificate.id });
    const { deviceCertificates } = await owner.get<{ deviceCertificates: object[] }>('query ($id: ID!) { deviceCertificates(deviceId: $id) { id isGood } }', { id: deviceId });
    expect(deviceCertificates).toEqual([{ id: other.certificate.id, isGood: true }, { id: one.certificate.id, isGood: false }]);
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string }[] } }>('{ auditTrail(first: 4) { nodes { action } } }');
    expect(auditTrail.nodes.map(({ action }) => action)).toEqual(['device.certificate-revoked', 'device.certificate-issued', 'device.certificate-issued', 'certificate-authority.made']);
  });

  it('is refused for spans that are none, requests that are none, and the sixth that is good', async () => {
    const input = { deviceId, request: await request() };
    expect([await codeOf(ISSUE, { input: { ...input, days: 0 } }), await codeOf(ISSUE, { input: { ...input, days: 4_000 } }), await codeOf(ISSUE, { input: { ...input, request: 'none' } })]).toEqual(['CERTIFICATE.DAYS', 'CERTIFICATE.DAYS', 'CERTIFICATE.BAD_REQUEST']);
    for (let count = 1; count < 5; count += 1) await issue();
    expect(await codeOf(ISSUE, { input })).toBe('CERTIFICATE.TOO_MANY');
  });
});

async function plantAuthority(isAuthority = true): Promise<{ pem: string; sign(name: string): Promise<string> }> {
  const keys = await keysOf();
  const made = await X509CertificateGenerator.createSelfSigned({ name: 'CN=Plant CA', keys, signingAlgorithm: EC, extensions: [new BasicConstraintsExtension(isAuthority, undefined, true)], notAfter: new Date(Date.now() + 86_400_000) });
  const sign = async (name: string): Promise<string> =>
    (await X509CertificateGenerator.create({ subject: `CN=${name}`, issuer: made.subjectName, publicKey: (await keysOf()).publicKey, signingKey: keys.privateKey, signingAlgorithm: EC })).toString('pem');
  return { pem: made.toString('pem'), sign };
}

const ADD = 'mutation ($input: AddCertificateAuthorityInput!) { addCertificateAuthority(input: $input) { id state challenge } }';
const PROVE = 'mutation ($input: ProveCertificateAuthorityInput!) { proveCertificateAuthority(input: $input) { state challenge } }';
interface Added { readonly addCertificateAuthority: { readonly id: string; readonly state: string; readonly challenge: string } }

describe('an authority of a company’s', () => {
  it('lets in from when its key was proven by a certificate in the name that was asked for, until it is ended', async () => {
    const plant = await plantAuthority();
    const { addCertificateAuthority: added } = await owner.get<Added>(ADD, { input: { name: '工厂 CA', certificate: plant.pem } });
    expect(added.state).toBe('PENDING');
    const prove = (certificate: string): Promise<string | undefined> => codeOf(PROVE, { input: { id: added.id, certificate } });
    expect([await prove(await plant.sign('another')), await prove(await (await plantAuthority()).sign(added.challenge)), await prove('none')]).toEqual(['CERTIFICATE_AUTHORITY.OTHER_NAME', 'CERTIFICATE_AUTHORITY.NOT_SIGNED', 'CERTIFICATE.UNREADABLE']);
    expect(await codeOf(ADD, { input: { name: 'again', certificate: plant.pem } })).toBe('CERTIFICATE_AUTHORITY.KNOWN');
    expect(await prove(await plant.sign(added.challenge))).toBeUndefined();
    expect(await prove(await plant.sign(added.challenge))).toBe('CERTIFICATE_AUTHORITY.NOT_PENDING');

    // Another company that has the key too: one authority says of one company which machines are whose.
    const other = await api.newcomer('Elsewhere');
    const { addCertificateAuthority: twice } = await other.get<Added>(ADD, { input: { name: 'x', certificate: plant.pem } });
    expect((await other.ask(PROVE, { input: { id: twice.id, certificate: await plant.sign(twice.challenge) } })).errors?.[0]?.extensions.code).toBe('CERTIFICATE_AUTHORITY.TAKEN');

    const revoke = 'mutation ($input: RevokeCertificateSerialsInput!) { revokeCertificateSerials(input: $input) { revokedSerials } }';
    expect(await owner.get(revoke, { input: { id: added.id, serials: ['0A:0B', 'ff', '0a0b'] } })).toEqual({ revokeCertificateSerials: { revokedSerials: ['a0b', 'ff'] } });
    expect(await codeOf(revoke, { input: { id: added.id, serials: ['no number'] } })).toBe('CERTIFICATE_AUTHORITY.BAD_SERIAL');
    expect(await owner.get('mutation ($id: ID!) { endCertificateAuthority(id: $id) { state } }', { id: added.id })).toEqual({ endCertificateAuthority: { state: 'ENDED' } });
  });

  it('is not taken where it is no authority, is called by nothing, or is none of the company’s', async () => {
    const [leaf, plant] = [await plantAuthority(false), await plantAuthority()];
    const add = (name: string, certificate: string): Promise<string | undefined> => codeOf(ADD, { input: { name, certificate } });
    expect([await add('x', leaf.pem), await add(' ', plant.pem), await add('x', 'none')]).toEqual(['CERTIFICATE_AUTHORITY.NOT_ONE', 'CERTIFICATE_AUTHORITY.NAME', 'CERTIFICATE.UNREADABLE']);
    const { certificateAuthorities } = await owner.get<{ certificateAuthorities: { id: string; kind: string }[] }>('{ certificateAuthorities { id kind } }');
    const own = certificateAuthorities.find(({ kind }) => kind === 'OWN');
    expect(await codeOf('mutation ($input: RevokeCertificateSerialsInput!) { revokeCertificateSerials(input: $input) { id } }', { input: { id: own?.id, serials: ['1'] } })).toBe('CERTIFICATE_AUTHORITY.IS_OWN');
  });
});
