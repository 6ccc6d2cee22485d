/** Milliseconds in a second. */
export const SECOND_MS = 1_000;
/** Milliseconds in a minute. */
export const MINUTE_MS = 60_000;
/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000;
/** Milliseconds in a day of 24 hours: one without a zone, so never the one on which clocks change. */
export const DAY_MS = 86_400_000;

/** A half-open span of instants, `[fromMs, toMs)`, in milliseconds since the Unix epoch. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Gives the current instant in milliseconds since the epoch; passed in wherever knowledge needs "now". */
export type Clock = () => number;
