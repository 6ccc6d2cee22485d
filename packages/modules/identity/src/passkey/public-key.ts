import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Below this an RSA key is no key any more. Bits. @see NIST SP 800-57 Part 1, table 2 */
const LEAST_RSA_BITS = 2_048;

/** The algorithms that browsers are asked for, the wanted ones first: EdDSA, ES256, RS256. @see IANA COSE Algorithms */
export const PASSKEY_ALGORITHMS: readonly number[] = [-8, -7, -257];

function isOfferable({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ec') return asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS;
  return asymmetricKeyType === 'ed25519';
}

/** A public key of one of the {@link PASSKEY_ALGORITHMS}; null for anything else. @param spki as browsers give it: SubjectPublicKeyInfo in DER */
export function readPublicKey(spki: Buffer): KeyObject | null {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return isOfferable(key) ? key : null;
  } catch {
    return null;
  }
}

/** Whether whoever holds the private key signed this. @see W3C Web Authentication Level 3, 7.2, steps 20 and 21 */
export function isSignedBy(spki: Buffer, { authenticatorData, clientData, signature }: { authenticatorData: Buffer; clientData: Buffer; signature: Buffer }): boolean {
  const key = readPublicKey(spki);
  if (!key) return false;
  const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
  try {
    return verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key, signature);
  } catch {
    // A signature that is none.
    return false;
  }
}
