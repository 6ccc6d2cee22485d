import { createPublicKey, verify } from 'node:crypto';
import { keyVerdict, type Certificate, type KeyVerdict } from '@tenon/domain/exit';
import type { SigningKeyRow } from '../persistence/signing-key.repository.js';

/** What a signature is worth: what its key is worth, or that it is none of that key's, or of no key of ours. */
export type SignatureVerdict = KeyVerdict | 'not-signed' | 'unknown-key';

/** Checks a certificate by the key that it names. */
export function certificateVerdict({ text, signature, said }: { readonly text: string; readonly signature: string; readonly said: Certificate }, keys: readonly SigningKeyRow[]): SignatureVerdict {
  const key = keys.find(({ keyId }) => keyId === said.keyId);
  if (!key) return 'unknown-key';
  if (!verify(null, Buffer.from(text), createPublicKey(key.publicKey), Buffer.from(signature, 'base64'))) return 'not-signed';
  return keyVerdict(new Date(said.finishedAt), key);
}
