// ECMA-262, "Time Values and Time Range".
const MAX_DATE_MS = 8.64e15;

/** An instant as ISO 8601 in UTC; past what a calendar shows, as its milliseconds. */
export function isoText(atMs: number): string {
  return Math.abs(atMs) <= MAX_DATE_MS ? new Date(atMs).toISOString() : `${atMs} ms`;
}
