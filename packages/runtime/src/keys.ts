import { hkdfSync } from 'node:crypto';

/** A 32-byte key for one purpose, derived from the platform's secret by HKDF-SHA-256 (RFC 5869). */
export function deriveKey(secretHex: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secretHex, 'hex'), Buffer.alloc(0), `tenon/${purpose}`, 32));
}
