import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, Name, X509CertificateGenerator, type X509Certificate } from '@peculiar/x509';
import { KeyObject, randomUUID, webcrypto } from 'node:crypto';
import type { TestGateway, TestMachine } from './test-gateway.js';

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const YEAR_MS = 31_536_000_000;
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** An authority as a company has one. */
export interface TestAuthority {
  readonly made: X509Certificate;
  readonly privateKey: webcrypto.CryptoKey;
}

/** What a machine shows. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly serial: string;
}

export async function makeTestAuthority(commonName: string): Promise<TestAuthority> {
  const keys = await webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({ name: `CN=${commonName}`, keys, signingAlgorithm: SIGNING, extensions: [new BasicConstraintsExtension(true, 0, true)] });
  return { made, privateKey: keys.privateKey };
}

/** Signs a certificate for whoever is called so. */
export async function signFor({ made, privateKey }: TestAuthority, commonName: string, { use = CLIENT_AUTH, fromMs = Date.now() - YEAR_MS, toMs = Date.now() + YEAR_MS } = {}): Promise<ClientCertificate> {
  const keys = await webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
  const subject = new Name([{ CN: [{ utf8String: commonName }] }]);
  const signed = await X509CertificateGenerator.create({
    subject, issuer: made.subjectName, publicKey: keys.publicKey, signingKey: privateKey, signingAlgorithm: SIGNING, notBefore: new Date(fromMs), notAfter: new Date(toMs), extensions: [new ExtendedKeyUsageExtension([use])],
  });
  const fingerprint = Buffer.from(await signed.getThumbprint('SHA-256')).toString('hex');
  return { cert: signed.toString('pem'), key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(), fingerprint, serial: signed.serialNumber.toLowerCase().replace(/^0+/, '') };
}

/** Puts an authority down as a company's. @returns its id */
export async function haveAuthority({ db }: TestGateway, tenantId: string, { made }: TestAuthority, kind: 'own' | 'theirs'): Promise<string> {
  const id = randomUUID();
  const fingerprint = Buffer.from(await made.getThumbprint('SHA-256')).toString('hex');
  await db.sql(
    `INSERT INTO certificate_authority (tenant_id, id, kind, name, subject, certificate, fingerprint, not_after, state) VALUES ($1, $2, $3, 'test', $4, $5, decode($6, 'hex'), now() + interval '1 year', 'active')`,
    [tenantId, id, kind, made.subject, made.toString('pem'), fingerprint],
  );
  return id;
}

/** Puts a certificate down as one that was given to a machine. */
export async function giveCertificate({ db }: TestGateway, { tenantId, deviceId }: TestMachine, authorityId: string, { fingerprint, serial }: ClientCertificate): Promise<void> {
  await db.sql(
    `INSERT INTO device_certificate (tenant_id, id, device_id, authority_id, fingerprint, serial, issued_at, not_after) VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, now(), now() + interval '1 year')`,
    [tenantId, randomUUID(), deviceId, authorityId, fingerprint, serial],
  );
}
