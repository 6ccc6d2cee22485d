import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as authenticators do it: SHA-1, six digits, half a minute; a clock may be one step off either way. */
const PERIOD_S = 30;
const WINDOW = 1;
/** RFC 4226, 4, R6: as long as the hash. */
const SECRET_BYTES = 20;
const ISSUER = 'Tenon';

const totpOf = (secret: string, label?: string): TOTP => new TOTP({ issuer: ISSUER, ...(label && { label }), secret: Secret.fromBase32(secret), period: PERIOD_S });

/** A new secret, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The time step of which this is the code, around now; null when it is none's. @param code six digits */
export function totpStep(secret: string, code: string, nowMs: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: nowMs, window: WINDOW });
  return delta === null ? null : Math.floor(nowMs / 1_000 / PERIOD_S) + delta;
}
