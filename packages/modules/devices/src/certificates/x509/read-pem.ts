import { X509Certificate, type KeyObject } from 'node:crypto';
import { invalid } from '@tenon/kernel';

/** A certificate with a chain of extensions is a few thousand characters; nothing here is longer. */
const LONGEST_PEM = 16_384;
const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/;
const LEAST_RSA_BITS = 2_048;
/** Longer ones take seconds of whoever checks a signature of theirs. */
const MOST_RSA_BITS = 8_192;
const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** The first certificate of a PEM text. @throws AppError (invalid) CERTIFICATE.UNREADABLE */
export function readCertificate(pem: string): X509Certificate {
  const block = pem.length <= LONGEST_PEM ? BLOCK.exec(pem)?.[0] : undefined;
  try {
    if (block) return new X509Certificate(block);
  } catch {
    // Told below as what it is: not a certificate.
  }
  throw invalid('CERTIFICATE.UNREADABLE', 'This is no certificate in PEM: it begins with -----BEGIN CERTIFICATE-----.');
}

function isStrong({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean {
  if (type === 'rsa') return details?.modulusLength !== undefined && details.modulusLength >= LEAST_RSA_BITS && details.modulusLength <= MOST_RSA_BITS;
  return type === 'ed25519' || (type === 'ec' && CURVES.has(details?.namedCurve ?? ''));
}

/** @throws AppError (invalid) CERTIFICATE.WEAK_KEY for keys that are not of RSA with 2,048 to 8,192 bits, of a NIST curve, or Ed25519 */
export function checkKey(key: KeyObject): void {
  if (!isStrong(key)) throw invalid('CERTIFICATE.WEAK_KEY', 'Keys are of RSA with 2,048 to 8,192 bits, of the curves P-256, P-384 or P-521, or Ed25519.');
}
