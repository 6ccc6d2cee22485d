// @ts-check
import { Problem } from '../cli/problem.mjs';

const DAY_MS = 86_400_000;

/**
 * A zone's clock, read backwards: from what it shows to when it shows it.
 * @typedef {object} WallClock
 * @property {(wallMs: number) => readonly number[]} instantsAt When the clock shows this (milliseconds as if it were UTC): once as a
 *   rule, twice in the hour that is repeated when clocks go back, never in the one that is skipped when they go forward. In order.
 */

/**
 * @param {string} timeZone IANA name.
 * @returns {WallClock}
 * @throws {Problem} a zone that is none
 */
export function createWallClock(timeZone) {
  const offsetMsAt = createOffsets(timeZone);
  /** @type {Map<number, number>} */
  const atMidnight = new Map();
  const offsetOfDay = (/** @type {number} */ day) => {
    const known = atMidnight.get(day);
    if (known !== undefined) return known;
    const offsetMs = offsetMsAt(day * DAY_MS);
    atMidnight.set(day, offsetMs);
    return offsetMs;
  };
  return {
    instantsAt(wallMs) {
      const day = Math.floor(wallMs / DAY_MS);
      // No zone is more than a day from UTC, so these two stand on either side of any change that could matter.
      const [before, after] = [offsetOfDay(day - 1), offsetOfDay(day + 2)];
      if (before === after) return [wallMs - before];
      return [before, after]
        .filter((offsetMs) => offsetMsAt(wallMs - offsetMs) === offsetMs)
        .map((offsetMs) => wallMs - offsetMs)
        .sort((a, b) => a - b);
    },
  };
}

/**
 * What the zone is ahead of UTC at an instant, in milliseconds.
 * @param {string} timeZone
 * @returns {(atMs: number) => number}
 */
function createOffsets(timeZone) {
  const format = formatOf(timeZone);
  return (atMs) => {
    const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
  };
}

/** @param {string} timeZone */
function formatOf(timeZone) {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new Problem(`"${timeZone}" is not a time zone of the IANA database. Examples: Asia/Shanghai, Europe/Berlin, UTC.`, { cause });
  }
}
