/** Where one goes who wanted nothing else. */
const HOME = '/home';
/** Longer addresses are none that we made. */
const LONGEST = 2_000;

/**
 * Where to go after sign-in: a path of this site, never another site's address. Nothing in it is resolved or decoded, as that could make another of it (`/..//evil`); what an
 * address must not hold as it is, is encoded, so that it can stand in a header.
 * @param next whatever the address bar or a request held; only the first of several counts
 * @returns the path with its question; `/home` where it is none, or one of the pages of signing in, which would lead in a circle
 * @see CWE-601
 */
export function safeNext(next: unknown): string {
  const path: unknown = Array.isArray(next) ? next[0] : next;
  if (typeof path !== 'string' || path.length > LONGEST || !path.startsWith('/') || path.startsWith('//') || /[\\\u0000-\u001f]/.test(path)) return HOME;
  if (/^\/(sign-in|sign-up|second-factor|company-sign-in|api|graphql)\b/.test(path)) return HOME;
  return path.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^\u0021-\u007e]/gu, encodeURIComponent);
}
