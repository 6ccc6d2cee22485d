import { createHash, type KeyObject } from 'node:crypto';

/** By which a public key is known: SHA-256 of it in DER, hexadecimal. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex');
}
