import type { ApiKeyRow } from '../persistence/api-key.repository.js';

/** An API key in the words of the schema. */
export function showKey({ createdAt, expiresAt, lastUsedAt, ...key }: ApiKeyRow) {
  return { ...key, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
