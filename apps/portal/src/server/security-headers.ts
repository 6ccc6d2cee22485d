import { randomBytes } from 'node:crypto';

export interface SecurityChoices {
  /** People reach the portal by https: their browsers shall not try anything else. */
  readonly isHttps: boolean;
  /** Watch mode, whose code is made by eval. */
  readonly isDev: boolean;
}

const ALWAYS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
];
const YEAR_S = 31_536_000;

/** The header by which Next, too, learns the nonce for the scripts it writes into a page. */
export const POLICY_HEADER = 'content-security-policy';

/** Scripts are our own files and what carries the nonce of this one answer. Styles may stand in the page, as charts and editors place things by them. */
function policy(nonce: string, isDev: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'${isDev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** What every answer of the portal tells the browser to refuse; another nonce each time. */
export function securityHeaders({ isHttps, isDev }: SecurityChoices): ReadonlyMap<string, string> {
  const transport = isHttps ? [['strict-transport-security', `max-age=${YEAR_S}`] as const] : [];
  return new Map([...ALWAYS, ...transport, [POLICY_HEADER, policy(randomBytes(16).toString('base64'), isDev)]]);
}
