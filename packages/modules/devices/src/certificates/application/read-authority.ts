import type { X509Certificate } from 'node:crypto';
import { serialNumber } from '@tenon/domain/devices';
import { invalid } from '@tenon/kernel';
import { checkKey, readCertificate } from '../x509/read-pem.js';

const LONGEST_NAME = 80;

/** What an authority is called here. @throws AppError (invalid) CERTIFICATE_AUTHORITY.NAME */
export function readAuthorityName(text: string): string {
  const name = text.trim();
  if (name.length === 0 || name.length > LONGEST_NAME) throw invalid('CERTIFICATE_AUTHORITY.NAME', `An authority is called by 1 to ${LONGEST_NAME} characters.`, { limit: LONGEST_NAME });
  return name;
}

/** The certificate of an authority that may sign. @throws AppError (invalid) CERTIFICATE.UNREADABLE, CERTIFICATE.WEAK_KEY, CERTIFICATE_AUTHORITY.NOT_ONE, CERTIFICATE_AUTHORITY.ENDED_ALREADY */
export function readAuthority(pem: string): X509Certificate {
  const read = readCertificate(pem);
  checkKey(read.publicKey);
  if (!read.ca) throw invalid('CERTIFICATE_AUTHORITY.NOT_ONE', 'This certificate is not an authority’s: its basic constraints do not say CA.');
  const endsMs = Date.parse(read.validTo);
  if (endsMs <= Date.now()) throw invalid('CERTIFICATE_AUTHORITY.ENDED_ALREADY', 'This authority’s certificate has ended.', { endedAt: new Date(endsMs).toISOString() });
  return read;
}

/** Serial numbers as they are kept. @throws AppError (invalid) CERTIFICATE_AUTHORITY.BAD_SERIAL */
export function readSerials(texts: readonly string[]): string[] {
  return texts.map((text) => {
    const serial = serialNumber(text);
    if (serial === null) throw invalid('CERTIFICATE_AUTHORITY.BAD_SERIAL', 'A serial number is 1 to 40 hexadecimal digits.', { serial: text.slice(0, 60) });
    return serial;
  });
}
