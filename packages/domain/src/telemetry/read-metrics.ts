import type { AppError } from '@tenon/kernel';
import type { DecodeLimits } from './decode-limits.js';
import { decodeFault, type Place, shown } from './decode-fault.js';
import type { MetricEntry, MetricValue } from './metric-value.js';

const UNFIT_FOR_KEY = /[\p{Cc}\p{Surrogate}]/u;
// PostgreSQL can store neither in text and jsonb, and one such value would fail the whole batch it stands in.
const UNFIT_FOR_TEXT = /\u0000|\p{Surrogate}/u;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
// A double holds any decimal of 15 significant digits exactly enough to print it back.
const MAX_CAST_LENGTH = 16;

/** A plain JSON object, as `JSON.parse` makes it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether parsed JSON is an object, neither array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands where, in words for a message: `null`, `an array`, `a number`… */
export function jsonKind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function checkKey(place: Place, key: string, limits: DecodeLimits): void {
  if (key.length >= 1 && key.length <= limits.maxKeyLength && key !== '__proto__' && !UNFIT_FOR_KEY.test(key)) return;
  const details = { key: shown(key), length: key.length, maxLength: limits.maxKeyLength };
  throw decodeFault(
    place,
    'KEY_INVALID',
    `The key "${shown(key)}" cannot be used: a key has 1 to ${limits.maxKeyLength} characters, none of them a control character, and is not "__proto__".`,
    details,
  );
}

function notFinite(place: Place, key: string): AppError {
  return decodeFault(place, 'NOT_FINITE', `The number of "${shown(key)}" is too large for a 64-bit floating point number.`, { key: shown(key) });
}

function checkText(place: Place, key: string, text: string): void {
  if (!UNFIT_FOR_TEXT.test(text)) return;
  throw decodeFault(place, 'VALUE_INVALID', `The text of "${shown(key)}" holds a NUL or half a character (a lone surrogate).`, { key: shown(key) });
}

function tooLarge(place: Place, key: string, length: number, maxLength: number): AppError {
  return decodeFault(place, 'VALUE_TOO_LARGE', `The value of "${shown(key)}" is ${length} characters long; at most ${maxLength} are kept.`, {
    key: shown(key),
    length,
    maxLength,
  });
}

/** Checks what is inside an object or array: depth, keys, texts, numbers. Stops at the depth limit, so its own recursion is bounded. */
function checkNested(place: Place, key: string, value: unknown, depth: number, limits: DecodeLimits): void {
  if (typeof value === 'string') return checkText(place, key, value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw notFinite(place, key);
  if (typeof value !== 'object' || value === null) return;
  if (depth > limits.maxDepth) {
    throw decodeFault(place, 'NESTED_TOO_DEEP', `The value of "${shown(key)}" is nested more than ${limits.maxDepth} levels deep.`, {
      key: shown(key),
      maxDepth: limits.maxDepth,
    });
  }
  for (const [inner, child] of Object.entries(value)) {
    if (!Array.isArray(value)) checkKey(place, inner, limits);
    checkNested(place, key, child, depth + 1, limits);
  }
}

function readText(place: Place, key: string, text: string, limits: DecodeLimits): MetricValue {
  if (text.length > limits.maxTextLength) throw tooLarge(place, key, text.length, limits.maxTextLength);
  checkText(place, key, text);
  const isCast = limits.isNumericTextCast && text.length <= MAX_CAST_LENGTH && JSON_NUMBER.test(text);
  return isCast ? Number(text) : text;
}

function readNested(place: Place, key: string, value: object, limits: DecodeLimits): MetricValue {
  checkNested(place, key, value, 1, limits);
  const length = JSON.stringify(value).length;
  if (length > limits.maxJsonLength) throw tooLarge(place, key, length, limits.maxJsonLength);
  return value as MetricValue;
}

function readValue(place: Place, key: string, value: unknown, limits: DecodeLimits): MetricValue {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notFinite(place, key);
    return value;
  }
  if (typeof value === 'string') return readText(place, key, value, limits);
  if (typeof value === 'boolean') return value;
  return readNested(place, key, value as object, limits);
}

/**
 * Checks one metric that stands by itself, as a door has it that reads another form than JSON.
 * @throws AppError (invalid) `<area>.` KEY_INVALID, VALUE_INVALID, VALUE_TOO_LARGE, NOT_FINITE, NESTED_TOO_DEEP, with the key in `details.key`
 */
export function readMetric(key: string, value: MetricValue, limits: DecodeLimits): MetricEntry {
  const place: Place = { area: 'TELEMETRY', position: null };
  checkKey(place, key, limits);
  return [key, readValue(place, key, value, limits)];
}

/**
 * Reads one object of keys and values, in the order written; a `null` value is passed over, as ThingsBoard does.
 * The result is pairs, not an object, so that no key can reach a prototype.
 * @throws AppError (invalid) `<area>.` TOO_MANY_METRICS, KEY_INVALID, VALUE_INVALID, VALUE_TOO_LARGE, NOT_FINITE, NESTED_TOO_DEEP, with the key in `details.key`
 */
export function readMetrics(place: Place, object: JsonObject, limits: DecodeLimits): MetricEntry[] {
  const keys = Object.keys(object);
  if (keys.length > limits.maxMetrics) {
    throw decodeFault(place, 'TOO_MANY_METRICS', `There are ${keys.length} keys; at most ${limits.maxMetrics} are taken at once.`, {
      count: keys.length,
      maxCount: limits.maxMetrics,
    });
  }
  const entries: MetricEntry[] = [];
  for (const key of keys) {
    checkKey(place, key, limits);
    const value = object[key];
    if (value !== null) entries.push([key, readValue(place, key, value, limits)]);
  }
  return entries;
}
