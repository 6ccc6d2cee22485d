import type { X509Certificate } from 'node:crypto';

const isGoodAt = ({ validFrom, validTo }: X509Certificate, nowMs: number): boolean => Date.parse(validFrom) <= nowMs && nowMs < Date.parse(validTo);

/** Whether an authority that is good now signed a certificate. */
export function isSignedBy(certificate: X509Certificate, authority: X509Certificate, nowMs = Date.now()): boolean {
  return authority.ca && isGoodAt(authority, nowMs) && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}
