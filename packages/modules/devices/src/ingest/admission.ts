import { forbidden, unauthenticated, type AppError } from '@tenon/kernel';
import type { DeviceRef } from './device-ref.js';

/** What the database says of a token. */
export interface TokenState extends DeviceRef {
  readonly isRevoked: boolean;
  /** Whether the machine is out of use. */
  readonly isRetired: boolean;
  /** Whether its company stands where no machine is let in. */
  readonly isSuspended: boolean;
}

/** The answer to a token: the machine it belongs to, or why not; a refusal names the machine where one is known, so that its owner can see it. */
export type Admission =
  | { readonly isAdmitted: true; readonly device: DeviceRef }
  | { readonly isAdmitted: false; readonly error: AppError; readonly device: DeviceRef | null };

/** Judges what is known of a token; `null` is a token that nobody was given. */
export function admission(state: TokenState | null): Admission {
  if (state === null) return { isAdmitted: false, device: null, error: unauthenticated('AUTH.UNKNOWN_TOKEN', 'No machine has this access token.') };
  const device = { tenantId: state.tenantId, deviceId: state.deviceId };
  if (state.isRevoked) return { isAdmitted: false, device, error: unauthenticated('AUTH.TOKEN_REVOKED', "This access token was revoked; copy the machine's new one.") };
  if (state.isRetired) return { isAdmitted: false, device, error: forbidden('AUTH.DEVICE_RETIRED', 'This machine is out of use; bring it back on its page before it sends again.') };
  if (state.isSuspended) return { isAdmitted: false, device, error: forbidden('AUTH.TENANT_SUSPENDED', 'The company that owns this machine is suspended or closed.') };
  return { isAdmitted: true, device };
}
