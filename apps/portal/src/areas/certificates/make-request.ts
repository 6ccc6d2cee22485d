import 'reflect-metadata';
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509';

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A key that was made here, and the request that it signed. */
export interface MadeRequest {
  /** PKCS #10 in PEM. */
  readonly request: string;
  /** PKCS #8 in PEM. It leaves this browser by the person's hands alone. */
  readonly privateKey: string;
}

/** Makes a key in this browser and a request for a certificate that goes with it. What it calls the machine is the platform's to say. */
export async function makeRequest(): Promise<MadeRequest> {
  const keys = await crypto.subtle.generateKey(SIGNING, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({ name: 'CN=machine', keys, signingAlgorithm: SIGNING });
  return { request: request.toString('pem'), privateKey: PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY') };
}
