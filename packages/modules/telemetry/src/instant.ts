const US_PER_MS = 1_000;
const US_PER_SECOND = 1_000_000;

/**
 * An instant as PostgreSQL reads it, to the microsecond. Given as text, so that the planner sees a constant and leaves
 * out partitions.
 * @param atMs milliseconds since the epoch; a fraction carries microseconds
 */
export function sqlInstant(atMs: number): string {
  const atUs = Math.round(atMs * US_PER_MS);
  const wholeMs = Math.floor(atUs / US_PER_MS);
  const restUs = String(atUs - wholeMs * US_PER_MS).padStart(3, '0');
  return new Date(wholeMs).toISOString().replace('Z', `${restUs}Z`);
}

/**
 * Milliseconds since the epoch from what `date_part('epoch', …)` gives. That is a double of seconds, whose error is well
 * below half a microsecond, so rounding to microseconds restores the stored instant exactly; `extract` would be exact
 * too, but its numeric arithmetic costs more than reading the row.
 */
export function instantMs(epochSeconds: number): number {
  return Math.round(epochSeconds * US_PER_SECOND) / US_PER_MS;
}

/** An instant as the API shows it: ISO 8601 in UTC, with microseconds only where there are any. */
export function isoInstant(atMs: number): string {
  return sqlInstant(atMs).replace('000Z', 'Z');
}
