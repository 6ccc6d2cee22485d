/** A value as it is kept: JSON, where a number that is not finite is still seen to be one. */
export type SparkplugValue = number | string | boolean | readonly SparkplugValue[] | { readonly [key: string]: SparkplugValue | null } | null;

/** A whole number exactly: as a number where a double holds it, else its digits. */
export function exactInteger(value: bigint): number | string {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}

/** A time as ISO 8601 in UTC; undefined beyond what a calendar holds. */
export function isoTime(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
