import 'reflect-metadata';
import { createPublicKey, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { invalid } from '@tenon/kernel';
import { checkKey } from './read-pem.js';

x509.cryptoProvider.set(webcrypto as Crypto);

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const SERIAL_BYTES = 16;
const LONGEST_PEM = 16_384;

/** A time span, in ms since 1970. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** An authority that was just made. */
export interface MadeAuthority {
  /** PEM. */
  readonly certificate: string;
  /** PKCS #8 in PEM: whoever has it may say who any machine is. */
  readonly privateKey: string;
}

// The first bit is 0, as the number is signed; and it is not 0.
const serial = (): string => `4${randomBytes(SERIAL_BYTES).toString('hex').slice(1)}`;

// Written as they are: the library reads quotes, commas and escapes out of plain texts.
const named = (attributes: Readonly<Record<string, string>>): x509.Name => new x509.Name(Object.entries(attributes).map(([type, text]) => ({ [type]: [{ utf8String: text }] })));

/** Makes an authority with a key of its own that signs machines' certificates and no authorities. */
export async function makeAuthority(subject: Readonly<Record<string, string>>, { fromMs, toMs }: Span): Promise<MadeAuthority> {
  const keys = await webcrypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: named(subject),
    notBefore: new Date(fromMs),
    notAfter: new Date(toMs),
    signingAlgorithm: SIGNING,
    keys: keys as CryptoKeyPair,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return { certificate: certificate.toString('pem'), privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}

/** Reads a request to sign and checks that whoever wrote it has its key. @throws AppError (invalid) CERTIFICATE.BAD_REQUEST, CERTIFICATE.WEAK_KEY */
async function readRequest(pem: string): Promise<x509.Pkcs10CertificateRequest> {
  const bad = (): Error => invalid('CERTIFICATE.BAD_REQUEST', 'This is no request for a certificate (CSR) in PEM that is signed by its own key.');
  if (pem.length > LONGEST_PEM || !pem.includes('BEGIN CERTIFICATE REQUEST')) throw bad();
  let request: x509.Pkcs10CertificateRequest;
  try {
    request = new x509.Pkcs10CertificateRequest(pem.trim());
    checkKey(createPublicKey({ key: Buffer.from(request.publicKey.rawData), format: 'der', type: 'spki' }));
  } catch (error) {
    throw error instanceof Error && 'kind' in error ? error : bad();
  }
  if (!(await request.verify().catch(() => false))) throw bad();
  return request;
}

/**
 * Signs a machine's certificate. Of the request only the key counts: what it is called is said here.
 * @param commonName what the certificate calls the machine
 * @throws AppError (invalid) CERTIFICATE.BAD_REQUEST, CERTIFICATE.WEAK_KEY
 */
export async function signRequest(authority: MadeAuthority, { request, commonName, span }: { readonly request: string; readonly commonName: string; readonly span: Span }): Promise<string> {
  const { publicKey } = await readRequest(request);
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.privateKey), SIGNING, false, ['sign']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: named({ CN: commonName }),
    issuer: issuer.subjectName,
    notBefore: new Date(span.fromMs),
    notAfter: new Date(span.toMs),
    signingAlgorithm: SIGNING,
    publicKey,
    signingKey: signingKey as CryptoKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export()),
    ],
  });
  return certificate.toString('pem');
}
