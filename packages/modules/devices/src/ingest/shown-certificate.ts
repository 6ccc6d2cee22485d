import type { X509Certificate } from 'node:crypto';
import { serialNumber } from '@tenon/domain/devices';
import { commonNameOf, fingerprintOf } from '../certificates/x509/names.js';

// @see RFC 5280, section 4.2.1.12
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const ANY_USE = '2.5.29.37.0';

/** A certificate whose key the other end of a connection proved to have. */
export interface ShownCertificate {
  /** By which it is known in memory: no token's digest. */
  readonly key: string;
  /** SHA-256 of it, in hexadecimal. */
  readonly fingerprint: string;
  readonly commonName: string;
  /** The subject of whoever signed it, as Node.js writes it. */
  readonly issuer: string;
  readonly serial: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether it is for clients: a server's does not make its holder a machine. */
  readonly isForClients: boolean;
  readonly certificate: X509Certificate;
}

/** Reads what decides about a certificate. */
export function showCertificate(certificate: X509Certificate): ShownCertificate {
  const fingerprint = fingerprintOf(certificate);
  const { subject, issuer, serialNumber: serial, validFrom, validTo, keyUsage } = certificate;
  // Where nothing is said of its use, it is for any.
  const uses = keyUsage as readonly string[] | undefined;
  return {
    key: `x509:${fingerprint}`,
    fingerprint,
    commonName: commonNameOf(subject),
    issuer,
    serial: serialNumber(serial) ?? '',
    fromMs: Date.parse(validFrom),
    toMs: Date.parse(validTo),
    isForClients: uses === undefined || uses.includes(CLIENT_AUTH) || uses.includes(ANY_USE),
    certificate,
  };
}
