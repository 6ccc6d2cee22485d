import { provisioningKeyState } from '@tenon/domain/devices';
import type { ProvisioningKeyState } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { ProvisioningKeyRow } from '../persistence/provisioning-key.repository.js';

const msOf = (at: Date | null): number | null => at?.getTime() ?? null;
const textOf = (at: Date | null): string | null => at && instantText(at);

/** A key in the words of the schema. */
export function showProvisioningKey({ lastUsedAt, expiresAt, createdAt, revokedAt, refusedAt, refusedCode, refusedName, ...key }: ProvisioningKeyRow) {
  const state = provisioningKeyState({ ...key, revokedAtMs: msOf(revokedAt), expiresAtMs: msOf(expiresAt) }, Date.now());
  return {
    ...key,
    lastUsedAt: textOf(lastUsedAt),
    expiresAt: textOf(expiresAt),
    createdAt: instantText(createdAt),
    state: state.replace('-', '_').toUpperCase() as ProvisioningKeyState,
    lastRefusal: refusedAt && refusedCode ? { at: instantText(refusedAt), code: refusedCode, name: refusedName } : null,
  };
}
