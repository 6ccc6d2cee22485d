import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { showCertificate, type CertificateLookup, type ShownCertificate } from '@tenon/devices/ingest';
import { basicCredential, newToken, TOKEN_RANDOM_BYTES, type WantedCredentials } from '@tenon/domain/devices';
import { conflict, invalid } from '@tenon/kernel';
import type { MadeCredentials } from './provisioning-answer.js';

/** What a machine is let in by, of what it wants. @throws AppError (invalid) PROVISION.BAD_CERTIFICATE; (conflict) PROVISION.CERTIFICATE_NOT_FREE */
export async function madeCredentials(wanted: WantedCredentials, certificates: Pick<CertificateLookup, 'isVouchedFor'>): Promise<MadeCredentials> {
  if (wanted.type === 'X509_CERTIFICATE') return broughtCertificate(wanted.certificate, certificates);
  if (wanted.type === 'MQTT_BASIC') {
    const { type, clientId, userName, password } = wanted;
    return { type, digest: digestOf(basicCredential(wanted)), shown: userName, certificate: null, value: { clientId, userName, password } };
  }
  const token = wanted.token ?? newToken(randomBytes(TOKEN_RANDOM_BYTES));
  return { type: wanted.type, digest: digestOf(token), shown: token, certificate: null, value: token };
}

/** That the machine has its key, it proves with each connection. One that an authority on the platform stands for is not brought along: who that is, the authority says. */
async function broughtCertificate(text: string, certificates: Pick<CertificateLookup, 'isVouchedFor'>): Promise<MadeCredentials> {
  const shown = readCertificate(text);
  const nowMs = Date.now();
  if (!shown.isForClients) throw invalid('PROVISION.BAD_CERTIFICATE', 'The certificate is not for clients: its extended key usage leaves clientAuth out.');
  if (nowMs < shown.fromMs || nowMs >= shown.toMs) throw invalid('PROVISION.BAD_CERTIFICATE', 'The certificate is not good now.');
  if (await certificates.isVouchedFor(shown)) throw conflict('PROVISION.CERTIFICATE_NOT_FREE', 'An authority that a company registered signed this certificate: its machine connects with it, without asking.');
  return { type: 'X509_CERTIFICATE', digest: Buffer.from(shown.fingerprint, 'hex'), shown: shown.serial, certificate: { serial: shown.serial, untilMs: shown.toMs }, value: text };
}

/** PEM, with its first and last line or without. */
function readCertificate(text: string): ShownCertificate {
  try {
    return showCertificate(new X509Certificate(Buffer.from(text.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')));
  } catch {
    throw invalid('PROVISION.BAD_CERTIFICATE', '"hash" is not a certificate in PEM.');
  }
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
