import { forbidden, unauthenticated, type AppError } from '@tenon/kernel';
import type { DeviceRef } from './device-ref.js';
import type { ShownCertificate } from './shown-certificate.js';

/** What the database says of a token or a certificate. */
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

const retired = (): AppError => forbidden('AUTH.DEVICE_RETIRED', 'This machine is out of use; bring it back on its page before it sends again.');
const suspended = (): AppError => forbidden('AUTH.TENANT_SUSPENDED', 'The company that owns this machine is suspended or closed.');

/** Judges what is known of a certificate whose key the other end proved to have; `null` where no authority that is known signed it. */
export function certificateAdmission(state: TokenState | null, shown: ShownCertificate, nowMs: number): Admission {
  if (state === null) return { isAdmitted: false, device: null, error: unauthenticated('AUTH.UNKNOWN_CERTIFICATE', 'No machine has this certificate.') };
  const device = { tenantId: state.tenantId, deviceId: state.deviceId };
  const refused = (error: AppError): Admission => ({ isAdmitted: false, device, error });
  if (state.isRevoked) return refused(unauthenticated('AUTH.CERTIFICATE_REVOKED', 'This certificate was revoked; give the machine another one.'));
  if (nowMs >= shown.toMs) return refused(unauthenticated('AUTH.CERTIFICATE_EXPIRED', 'This certificate has ended; give the machine another one.', { endedAt: new Date(shown.toMs).toISOString() }));
  if (nowMs < shown.fromMs) return refused(unauthenticated('AUTH.CERTIFICATE_EARLY', 'This certificate is not good yet.', { beginsAt: new Date(shown.fromMs).toISOString() }));
  if (!shown.isForClients) return refused(unauthenticated('AUTH.CERTIFICATE_OTHER_USE', 'This certificate is not for clients: its extended key usage leaves clientAuth out.'));
  if (state.isRetired) return refused(retired());
  return state.isSuspended ? refused(suspended()) : { isAdmitted: true, device };
}

/** Judges what is known of a token; `null` is a token that nobody was given. */
export function admission(state: TokenState | null): Admission {
  if (state === null) return { isAdmitted: false, device: null, error: unauthenticated('AUTH.UNKNOWN_TOKEN', 'No machine has this access token.') };
  const device = { tenantId: state.tenantId, deviceId: state.deviceId };
  if (state.isRevoked) return { isAdmitted: false, device, error: unauthenticated('AUTH.TOKEN_REVOKED', "This access token was revoked; copy the machine's new one.") };
  if (state.isRetired) return { isAdmitted: false, device, error: retired() };
  if (state.isSuspended) return { isAdmitted: false, device, error: suspended() };
  return { isAdmitted: true, device };
}
