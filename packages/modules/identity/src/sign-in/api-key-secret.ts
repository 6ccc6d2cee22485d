import { createHash, randomBytes } from 'node:crypto';

/** By which people and programs that look for lost secrets know one of ours. */
const PREFIX = 'tenon_';
const FORM = /^tenon_[\w-]{43}$/;

/** A new secret of 256 random bits, such as `tenon_…`. */
export function newApiKeySecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** What is kept of a secret; null for what is none. */
export function apiKeyDigest(secret: string): Buffer | null {
  return FORM.test(secret) ? createHash('sha256').update(secret).digest() : null;
}
