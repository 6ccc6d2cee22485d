/** How often a machine sends, and where that is known from: its device type, itself, or not at all. */
export interface Cadence {
  /** Milliseconds from one reading to the next; null where nothing can be expected. */
  readonly intervalMs: number | null;
  readonly basis: 'type' | 'learnt' | 'irregular' | 'unknown';
}

/** From so many spacings on a rhythm is believed. */
export const FEWEST_SPACINGS = 20;
/** So many of a machine's latest readings are looked at. */
export const READINGS_TO_LEARN = 120;
const REGULAR_SHARE = 0.8;
const NEAR = 0.5;

/**
 * A machine's rhythm by its own readings: the median spacing, as one long night does not move it. Where fewer than four of five spacings lie within half of
 * it, the machine sends by change or by demand, and no number of readings can be said to be missing.
 * @param atUs distinct stamps in order, microseconds
 */
export function learntCadence(atUs: ArrayLike<number>): Cadence {
  const spacings = Float64Array.from({ length: Math.max(0, atUs.length - 1) }, (_, place) => ((atUs[place + 1] as number) - (atUs[place] as number)) / 1_000).sort();
  if (spacings.length < FEWEST_SPACINGS) return { intervalMs: null, basis: 'unknown' };
  const median = spacings[Math.floor(spacings.length / 2)] as number;
  const near = spacings.filter((spacing) => Math.abs(spacing - median) <= median * NEAR).length;
  return near >= spacings.length * REGULAR_SHARE ? { intervalMs: median, basis: 'learnt' } : { intervalMs: null, basis: 'irregular' };
}

/** Whether a rhythm is so much another that what was judged by the old one is judged anew; jitter of the median is not. */
export function isOtherCadence(one: Cadence, other: Cadence): boolean {
  if (one.intervalMs === null || other.intervalMs === null) return one.intervalMs !== other.intervalMs;
  return Math.abs(one.intervalMs - other.intervalMs) > Math.min(one.intervalMs, other.intervalMs) / 4;
}
