import { DAY_MS } from '@tenon/kernel';
import { decodeFault, type Place, shown } from './decode-fault.js';
import { jsonKind } from './read-metrics.js';

// The last millisecond whose microseconds are still a safe integer (the year 2255).
const MAX_AT_MS = Math.floor(Number.MAX_SAFE_INTEGER / 1_000);
const DIGITS = /^\d{1,19}$/;
const PLAUSIBLE_SPAN_MS = 20 * 365 * DAY_MS;

const OTHER_UNITS = [
  { unit: 's', perMs: 0.001, words: 'seconds' },
  { unit: 'µs', perMs: 1_000, words: 'microseconds' },
  { unit: 'ns', perMs: 1_000_000, words: 'nanoseconds' },
] as const;

function otherUnit(ts: number, receivedAtMs: number) {
  return OTHER_UNITS.find(({ perMs }) => Math.abs(ts / perMs - receivedAtMs) < PLAUSIBLE_SPAN_MS);
}

function wordsFor(ts: unknown, number: number, receivedAtMs: number): { message: string; unit: string | null } {
  const unit = otherUnit(number, receivedAtMs);
  if (unit) return { message: `"ts" is in ${unit.words}; send milliseconds since 1970-01-01T00:00:00Z.`, unit: unit.unit };
  const found = typeof ts === 'string' ? `the text "${shown(ts)}"` : typeof ts === 'number' ? String(ts) : jsonKind(ts);
  return { message: `"ts" is ${found}; it must be milliseconds since 1970-01-01T00:00:00Z, for example ${receivedAtMs}.`, unit: null };
}

/** The same for a time that stands by itself in another form than JSON. @throws AppError (invalid) TELEMETRY.BAD_TIMESTAMP */
export function readTime(ts: number, receivedAtMs: number): number {
  return readTimestamp({ area: 'TELEMETRY', position: null }, ts, receivedAtMs);
}

/**
 * Reads a device's `ts`: milliseconds since the Unix epoch, as a number or as its digits in a text, the fraction cut off (all as ThingsBoard does).
 * A number that is plainly seconds, microseconds or nanoseconds near `receivedAtMs` is refused, not guessed at.
 * @returns whole milliseconds, 0 to the year 2255
 * @throws AppError (invalid) TELEMETRY.BAD_TIMESTAMP, details `ts`, `unit` (the unit it seems to be in, or null)
 */
export function readTimestamp(place: Place, ts: unknown, receivedAtMs: number): number {
  const number = typeof ts === 'string' && DIGITS.test(ts) ? Number(ts) : ts;
  const isInRange = typeof number === 'number' && number >= 0 && number <= MAX_AT_MS;
  if (isInRange && !otherUnit(number, receivedAtMs)) return Math.floor(number);
  const { message, unit } = wordsFor(ts, typeof number === 'number' ? number : Number.NaN, receivedAtMs);
  throw decodeFault(place, 'BAD_TIMESTAMP', message, { ts: shown(String(JSON.stringify(ts))), unit });
}
