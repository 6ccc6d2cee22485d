import { createHash, type X509Certificate } from 'node:crypto';

/** The digest by which the database knows a certificate, in hexadecimal. */
export const fingerprintOf = (certificate: X509Certificate): string => createHash('sha256').update(certificate.raw).digest('hex');

const ESCAPED = /\\(?:(?<hex>[0-9A-Fa-f]{2})|(?<sign>.))/g;

/** The first common name of a subject or an issuer as Node.js writes it, a line an attribute; empty where there is none. */
export function commonNameOf(subject: string): string {
  for (const line of subject.split('\n')) if (line.startsWith('CN=')) return line.slice('CN='.length).replaceAll(ESCAPED, (_all, hex?: string, sign?: string) => (hex === undefined ? (sign ?? '') : String.fromCodePoint(Number.parseInt(hex, 16))));
  return '';
}
