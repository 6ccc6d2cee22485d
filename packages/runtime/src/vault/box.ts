import { bug } from '@tenon/kernel';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** NIST SP 800-38D, 8.2.2: 96 random bits a message, good for 2^32 messages a key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Length of every key here. */
export const KEY_BYTES = 32;

/** Closes a content with AES-256-GCM: nonce, ciphertext, tag. `label` is not in it, and must be the same to open it. */
export function closeBox(key: Buffer, content: Buffer, label: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(label));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Opens a box. @throws AppError (bug) VAULT.BROKEN when it is not what was closed, or was closed for another place or by another key */
export function openBox(key: Buffer, box: Buffer, label: string): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(label)).setAuthTag(box.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw bug('VAULT.BROKEN', 'A sealed secret is not what was sealed in this place.', { label });
  }
}
