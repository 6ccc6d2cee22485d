const DAY_MS = 86_400_000;

/** Whether a fault was seen in the last 24 hours. */
export function isOfToday({ lastSeenAt }: { readonly lastSeenAt: string }): boolean {
  return Date.parse(lastSeenAt) > Date.now() - DAY_MS;
}
