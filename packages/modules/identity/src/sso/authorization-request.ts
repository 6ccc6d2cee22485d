import { STANDARD_SCOPES } from '@tenon/domain/identity';
import { createHash } from 'node:crypto';
import type { Provider } from './discovery.js';

/** What stands between sending somebody to their provider and their coming back. */
export interface Attempt {
  /** Comes back as it went. */
  readonly state: string;
  /** Comes back inside the token. */
  readonly nonce: string;
  /** By which we show that it was we who asked. @see RFC 7636 */
  readonly verifier: string;
}

export interface AuthorizationRequest extends Attempt {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Who wants to sign in, so that the provider need not ask. */
  readonly email: string;
  /** Beside the standard ones. */
  readonly moreScopes: readonly string[];
}

/** Where a browser is sent to sign in. @see OpenID Connect Core 1.0, 3.1.2.1 */
export function authorizationUrl({ authorization_endpoint: endpoint }: Pick<Provider, 'authorization_endpoint'>, { state, nonce, verifier, clientId, redirectUri, email, moreScopes }: AuthorizationRequest): string {
  const url = new URL(endpoint);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const wanted = { response_type: 'code', scope: [...STANDARD_SCOPES, ...moreScopes].join(' '), client_id: clientId, redirect_uri: redirectUri, state, nonce, code_challenge: challenge, code_challenge_method: 'S256', login_hint: email };
  for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value);
  return url.href;
}
