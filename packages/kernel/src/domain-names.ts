/**
 * Whether a domain, or one above it, is in a list: `mail.example.com` is below `example.com`, which is below `com`.
 * @param domain in small letters, as those of the list are
 */
export function isAtOrBelow(domain: string, list: ReadonlySet<string>): boolean {
  const labels = domain.split('.');
  return labels.some((_, at) => list.has(labels.slice(at).join('.')));
}
