import type { Origin } from '@tenon/domain/identity';

/** Cookies to set on the answer. */
export interface SignInOutcome {
  readonly cookies: readonly string[];
  /** Whether a code of the second factor is asked before anybody is signed in. */
  readonly isCodeAsked?: boolean;
}

/** Where a request to sign in comes from. */
export interface CallerAddress {
  readonly headers: Headers;
  readonly address: string;
}

/** The same, as the audit trail has it. */
export function originOf({ address, headers }: CallerAddress): Origin {
  return { via: 'session', address, userAgent: headers.get('user-agent') ?? undefined };
}
