import { isWithin } from '../frame/paths';

/** What a closed company keeps: the way out and the way back. */
const KEPT_WHEN_CLOSED = ['/settings', '/notices', '/companies'];

/** Where a closed company has nothing but its standing to show. */
export const STANDING_PATH = '/settings/standing';

/** Whether a page is still there in a company that is closed. */
export function isKeptWhenClosed(path: string): boolean {
  return KEPT_WHEN_CLOSED.some((href) => isWithin(path, href));
}

const STEPS: Readonly<Record<string, string>> = {
  'AUTH.SIGN_IN_REQUIRED': '/sign-in',
  'AUTH.SSO_REQUIRED': '/company-sign-in',
  'AUTH.SECOND_FACTOR_REQUIRED': '/second-factor',
};

/**
 * Where a refusal leads, as the server leads whoever opens the page anew: a link within the portal keeps its frame, which was made before
 * the session was limited or the company closed.
 * @param code of what was refused @param path where somebody is @param search its query, with the `?`
 * @returns null where the refusal is to be shown where it came up
 */
export function wayOut(code: string, path: string, search: string): string | null {
  if (code === 'AUTH.TENANT_CLOSED' || code === 'AUTH.TENANT_ERASED') return isKeptWhenClosed(path) ? null : STANDING_PATH;
  const step = STEPS[code];
  return step === undefined || isWithin(path, step) ? null : `${step}?next=${encodeURIComponent(path + search)}`;
}
