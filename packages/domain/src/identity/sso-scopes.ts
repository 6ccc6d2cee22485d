import { invalid } from '@tenon/kernel';

/** What every company's provider is asked for: that it signs the person in, and what it knows of their address and name. @see OpenID Connect Core 1.0, 5.4 */
export const STANDARD_SCOPES: readonly string[] = ['openid', 'email', 'profile'];
/** Most scopes that a company asks for besides. */
const MOST = 10;
/** Printable signs of ASCII but the blank, the quotation mark and the backslash. @see RFC 6749, 3.3 */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/;

/**
 * The scopes that are asked for beside the standard ones, each once, in their order. Whether a provider knows them is only known by asking: it need not say all that it supports (OpenID Connect Discovery 1.0, 3).
 * @throws AppError (invalid) SSO.SCOPES for what is no scope (RFC 6749, 3.3), or more than ten
 */
export function readMoreScopes(texts: readonly string[]): readonly string[] {
  const wanted = [...new Set(texts.map((text) => text.trim()))].filter((scope) => scope !== '' && !STANDARD_SCOPES.includes(scope));
  const wrong = wanted.find((scope) => !SCOPE.test(scope));
  if (wrong !== undefined || wanted.length > MOST) throw invalid('SSO.SCOPES', `A scope is a word of printable signs without blanks; up to ${MOST} may be asked for.`, { scope: wrong ?? '', limit: MOST });
  return wanted;
}
