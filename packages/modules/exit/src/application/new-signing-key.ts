import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Vault } from '@tenon/runtime';
import type { NewSigningKey } from '../persistence/signing-key.repository.js';
import { keyIdOf } from './key-id.js';

/** Where private keys are sealed. */
export const PRIVATE_COLUMN = 'public.signing_key.private_sealed';

/** Makes a key with which the platform may sign: Ed25519 (RFC 8032), its private half sealed. */
export function newSigningKey(vault: Vault): NewSigningKey {
  const id = randomUUID();
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = createPublicKey(privateKey);
  const privateSealed = vault.seal({ column: PRIVATE_COLUMN, id }, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return { id, keyId: keyIdOf(publicKey), publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateSealed };
}
