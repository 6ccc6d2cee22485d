// @ts-check
import { count, rowCount } from './progress.mjs';

/** @typedef {ReturnType<typeof import('./tally.mjs').createTally>} Tally */

/**
 * What the whole file holds, metric by metric, so that it can be held against what a page shows.
 * @param {Tally} tally
 * @param {string} timeZone
 * @returns {readonly string[]}
 */
export function fileLines({ metrics, times }, timeZone) {
  if (metrics.size === 0) return ['The file holds nothing to send.'];
  return [
    `From ${localTime(times.firstAtMs, timeZone)} to ${localTime(times.lastAtMs, timeZone)} (${timeZone}):`,
    ...[...metrics].map(([key, tally]) => `  ${key}: ${count(tally.count)} ${tally.count === 1 ? 'value' : 'values'}${numbersOf(tally)}`),
    ...orderNotes(times),
  ];
}

/** @param {import('./tally.mjs').MetricTally} tally */
function numbersOf({ numbers, min, max, sum, rest }) {
  return numbers === 0 ? '' : `, ${decimal(min)} to ${decimal(max)}, sum ${decimal(sum + rest)}`;
}

/** @param {Tally['times']} times */
function orderNotes({ repeated, backwards, backwardsLine }) {
  return [
    ...(repeated > 0 ? [`${rowCount(repeated)} with the time of the row before; of such rows the last one counts.`] : []),
    ...(backwards > 0
      ? [`${rowCount(backwards)} earlier than the row before, the first on line ${backwardsLine}. If it is the row stamped 00:00, it may end its day: --midnight-ends-day.`]
      : []),
  ];
}

/** At most 6 decimals. @param {number} number */
function decimal(number) {
  return number.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/**
 * @param {number} atMs
 * @param {string} timeZone
 */
function localTime(atMs, timeZone) {
  // Sweden writes times as ISO 8601 does.
  return new Date(atMs).toLocaleString('sv-SE', { timeZone });
}

/**
 * What went wrong, if anything.
 * @param {{ unreadable: number, refused: number }} counts
 * @returns {string | null}
 */
export function faultLine({ unreadable, refused }) {
  const parts = [
    ...(unreadable > 0 ? [`${rowCount(unreadable)} could not be read`] : []),
    ...(refused > 0 ? [`${rowCount(refused)} refused by the gateway`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(', ')}.`;
}
