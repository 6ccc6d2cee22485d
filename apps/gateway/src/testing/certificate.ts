import 'reflect-metadata';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { KeyObject, webcrypto } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A certificate for this machine's names that vouches for itself, and its key, in PEM. */
export interface TestCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly fingerprint: string;
}

export async function makeCertificate(): Promise<TestCertificate> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const names = new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }, { type: 'ip', value: '127.0.0.1' }]);
  const made = await X509CertificateGenerator.createSelfSigned({ name: 'CN=localhost', keys, signingAlgorithm, extensions: [names] });
  const fingerprint = Buffer.from(await made.getThumbprint('SHA-256')).toString('hex');
  return { certificate: made.toString('pem'), key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(), fingerprint };
}

/** Puts both where a gateway looks for them. */
export function putCertificate(folder: string, { certificate, key }: Pick<TestCertificate, 'certificate' | 'key'>): { certificateFile: string; keyFile: string } {
  const files = { certificateFile: path.join(folder, 'gateway.crt'), keyFile: path.join(folder, 'gateway.key') };
  for (const [file, text] of [[files.certificateFile, certificate], [files.keyFile, key]] as const) {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
  return files;
}
