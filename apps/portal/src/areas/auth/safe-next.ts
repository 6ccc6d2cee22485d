/** Where to go after sign-in: a path of this site, never another site's address. */
export function safeNext(next: string | string[] | undefined): string {
  const path = Array.isArray(next) ? next[0] : next;
  if (!path?.startsWith('/') || path.startsWith('//') || /[\\\u0000-\u001f]/.test(path)) return '/home';
  // Back to the sign-in pages themselves would lead in a circle.
  return /^\/(sign-in|sign-up|second-factor|company-sign-in)\b/.test(path) ? '/home' : path;
}
