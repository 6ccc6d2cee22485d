import type { ApiKeyActor } from '@tenon/domain/identity';
import type { Place } from '@tenon/domain/life';

/** What a key stands for now. */
export interface KeyHolder {
  readonly actor: ApiKeyActor;
  /** Where its company stands, which decides what is left of what it may do. */
  readonly place: Place;
  /** Whether its maker lacks a second factor that the company demands; then it may do nothing. */
  readonly lacksSecondFactor: boolean;
  /** Whether it was shown that its maker's address is theirs. */
  readonly isEmailVerified: boolean;
}

/** Finds out for whom a program asks; the identity module provides it. */
export abstract class ApiKeyResolver {
  /** @throws AppError (unauthenticated) AUTH.KEY_INVALID for a key that is not known, has expired or was revoked */
  abstract resolve(secret: string): Promise<KeyHolder>;
}

const BEARER = /^Bearer +(\S+) *$/i;

/** The key in an `Authorization` header (RFC 6750, 2.1), if it holds one; other schemes are somebody else's. */
export function presentedKey(authorization: string | undefined): string | undefined {
  return BEARER.exec(authorization ?? '')?.[1];
}
