import { decodeFault, type Place } from './decode-fault.js';
import { DEFAULT_DECODE_LIMITS, type DecodeLimits } from './decode-limits.js';
import type { MetricEntry } from './metric-value.js';
import { parseJson } from './parse-json.js';
import { isJsonObject, jsonKind, readMetrics } from './read-metrics.js';

/**
 * Reads an attributes payload: one object of facts that a device tells about itself (firmware, serial number), which have no time and replace what was known.
 * `null` values are passed over, as ThingsBoard does.
 * @returns at least one key and value, in the order written
 * @throws AppError (invalid) ATTRIBUTE.BAD_JSON, WRONG_SHAPE, EMPTY, TOO_MANY_METRICS (too many attributes), KEY_INVALID, VALUE_INVALID, VALUE_TOO_LARGE,
 * NOT_FINITE, NESTED_TOO_DEEP; `details.key` says which.
 * @see https://thingsboard.io/docs/reference/mqtt-api/#publish-attribute-update-to-the-server
 */
export function decodeAttributes(text: string, limits: DecodeLimits = DEFAULT_DECODE_LIMITS): readonly MetricEntry[] {
  const place: Place = { area: 'ATTRIBUTE', position: null };
  const parsed = parseJson('ATTRIBUTE', text);
  if (!isJsonObject(parsed)) {
    const found = jsonKind(parsed);
    throw decodeFault(place, 'WRONG_SHAPE', `Found ${found} where an object of attributes belongs. Send {"key": value}.`, { found });
  }
  const entries = readMetrics(place, parsed, limits);
  if (entries.length === 0) throw decodeFault(place, 'EMPTY', 'The message holds no attribute: it has no keys, or each of them is null.');
  return entries;
}
