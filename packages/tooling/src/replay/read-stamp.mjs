// @ts-check
import { compileStampFormat } from './stamp-format.mjs';
import { createWallClock } from './wall-clock.mjs';

/** @typedef {import('./stamp-format.mjs').WallTime} WallTime */

/**
 * How times are written in a file.
 * @typedef {object} StampRules
 * @property {string} format `iso`, `unix`, `unix-ms`, or a pattern; see {@link compileStampFormat}.
 * @property {string} timeZone IANA name, for times that do not name their own offset.
 * @property {boolean} isMidnightEnd Whether 00:00 is the end of the day it is written with: that day's 24:00.
 */

/**
 * An instant in milliseconds since the epoch, or why there is none, in words that follow the text itself.
 * @typedef {{ readonly atMs: number } | { readonly fault: string }} StampResult
 */

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const UNIT_MS = new Map([
  ['unix', 1_000],
  ['unix-ms', 1],
]);

/**
 * Makes a reader of a file's times.
 * @param {StampRules} rules
 * @returns {(text: string, previousAtMs: number) => StampResult} `previousAtMs`: the row before; of an hour that comes twice in the
 *   night when clocks go back, it tells the second from the first. Pass -Infinity for the first row.
 */
export function createStampReader({ format, timeZone, isMidnightEnd }) {
  const unitMs = UNIT_MS.get(format);
  if (unitMs !== undefined) return (text) => readUnix(text, unitMs);
  const clock = createWallClock(timeZone);
  const locate = (/** @type {WallTime} */ wall, /** @type {number} */ previousAtMs) => {
    const wallMs = wallMsOf(wall);
    if (wallMs === null) return { fault: 'is no time of any day' };
    const isMidnight = wallMs % DAY_MS === 0 && wall.hour === 0;
    const instants = clock.instantsAt(isMidnight && isMidnightEnd ? wallMs + DAY_MS : wallMs);
    const atMs = chooseInstant(instants, previousAtMs);
    return atMs === null ? { fault: `does not exist in ${timeZone}: the clocks go forward over it` } : { atMs };
  };
  if (format === 'iso') return (text, previousAtMs) => readIso(text, (wall) => locate(wall, previousAtMs));
  const read = compileStampFormat(format);
  return (text, previousAtMs) => {
    const wall = read(text);
    return wall === null ? { fault: `is not of the form ${format}` } : locate(wall, previousAtMs);
  };
}

/**
 * Of the instants at which a clock shows a time, the one that goes on from the row before.
 * @param {readonly number[]} instants In order.
 * @param {number} previousAtMs
 * @returns {number | null}
 */
export function chooseInstant(instants, previousAtMs) {
  return instants.find((atMs) => atMs > previousAtMs) ?? instants[0] ?? null;
}

/**
 * What a wall time is in milliseconds, as if it were UTC; null when no calendar or clock shows it. 24:00 is the next day's 00:00.
 * @param {WallTime} wall
 * @returns {number | null}
 */
function wallMsOf({ year, month, day, hour, minute, second, millisecond }) {
  const dayMs = Date.UTC(year, month - 1, day);
  const date = new Date(dayMs);
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const inDayMs = ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond;
  return isDay && minute < 60 && second < 60 && inDayMs <= DAY_MS ? dayMs + inDayMs : null;
}

/**
 * @param {string} text
 * @param {number} unitMs
 * @returns {StampResult}
 */
function readUnix(text, unitMs) {
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return { fault: `is not a number of ${unitMs === 1 ? 'milliseconds' : 'seconds'} since 1970` };
  return { atMs: Math.floor(Number(text) * unitMs) };
}

/**
 * @param {string} text
 * @param {(wall: WallTime) => StampResult} locate
 * @returns {StampResult}
 */
function readIso(text, locate) {
  const match = ISO.exec(text);
  if (!match) return { fault: 'is not of the form 2024-03-31T08:15:00, with or without seconds and offset' };
  const [, year, month, day, hour, minute, second, fraction = '', offset] = match;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  };
  if (offset === undefined) return locate(wall);
  const wallMs = wallMsOf(wall);
  return wallMs === null ? { fault: 'is no time of any day' } : { atMs: wallMs - offsetMs(offset) };
}

/** @param {string} offset */
function offsetMs(offset) {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}
