import { hkdfSync } from 'node:crypto';
import { newToken, TOKEN_RANDOM_BYTES } from '@tenon/domain/devices';

/** The key from which simulated machines' tokens are derived; a class, so that it can be injected. */
export class SimulatorKey {
  constructor(readonly bytes: Buffer) {}
}

/**
 * The access token of a simulated machine. It is derived, not stored, so the worker that plays the machine can know it
 * while the database, as for every machine, holds only the digest.
 */
export function simulatorToken(key: SimulatorKey, deviceId: string): string {
  return newToken(new Uint8Array(hkdfSync('sha256', key.bytes, deviceId, 'tenon/simulated machine', TOKEN_RANDOM_BYTES)));
}
