// @ts-check

/** @typedef {import('./readings.mjs').Reading} Reading */

/**
 * What a file holds: for each metric how many values, and of numbers the sum, smallest and largest; the first and last instant.
 * @typedef {object} MetricTally
 * @property {number} count
 * @property {number} numbers
 * @property {number} min
 * @property {number} max
 * @property {number} sum
 * @property {number} rest What rounding took from the sum.
 */

export function createTally() {
  /** @type {Map<string, MetricTally>} */
  const metrics = new Map();
  const times = { firstAtMs: Infinity, lastAtMs: -Infinity, previousAtMs: -Infinity, repeated: 0, backwards: 0, backwardsLine: 0 };
  return {
    metrics,
    times,
    /** @param {Reading} reading */
    add({ atMs, values, line }) {
      addTime(times, atMs, line);
      for (const [key, value] of values) {
        const tally = metrics.get(key) ?? { count: 0, numbers: 0, min: Infinity, max: -Infinity, sum: 0, rest: 0 };
        metrics.set(key, tally);
        tally.count += 1;
        if (typeof value === 'number') addNumber(tally, value);
      }
    },
  };
}

/**
 * @param {ReturnType<typeof createTally>['times']} times
 * @param {number} atMs
 * @param {number} line
 */
function addTime(times, atMs, line) {
  if (atMs === times.previousAtMs) times.repeated += 1;
  if (atMs < times.previousAtMs) {
    times.backwards += 1;
    times.backwardsLine ||= line;
  }
  times.previousAtMs = atMs;
  times.firstAtMs = Math.min(times.firstAtMs, atMs);
  times.lastAtMs = Math.max(times.lastAtMs, atMs);
}

/**
 * Adds without losing the small to the large (Neumaier's summation), so that a year of quarter-hours sums to the fen.
 * @param {MetricTally} tally
 * @param {number} value
 */
function addNumber(tally, value) {
  const sum = tally.sum + value;
  tally.rest += Math.abs(tally.sum) >= Math.abs(value) ? tally.sum - sum + value : value - sum + tally.sum;
  tally.sum = sum;
  tally.numbers += 1;
  tally.min = Math.min(tally.min, value);
  tally.max = Math.max(tally.max, value);
}
