import type { AppError } from '@tenon/kernel';
import { decodeFault, type Place } from './decode-fault.js';
import { DEFAULT_DECODE_LIMITS, type DecodeLimits } from './decode-limits.js';
import { readTimestamp } from './device-timestamp.js';
import type { MetricEntry } from './metric-value.js';
import { parseJson } from './parse-json.js';
import { isJsonObject, jsonKind, readMetrics } from './read-metrics.js';

/** The metrics a device read at one instant. */
export interface TelemetrySample {
  /** The device's own time in milliseconds since the Unix epoch; `null` asks the server for a stamp. */
  readonly atMs: number | null;
  /** At least one metric, in the order written. */
  readonly values: readonly MetricEntry[];
}

/** One telemetry message; it holds at least one reading. */
export interface TelemetryMessage {
  readonly samples: readonly TelemetrySample[];
}

const SHAPES = 'Send {"key": value}, {"ts": milliseconds, "values": {"key": value}}, or an array of these.';

function wrongShape(place: Place, found: string): AppError {
  return decodeFault(place, 'WRONG_SHAPE', `Found ${found} where an object of metrics belongs. ${SHAPES}`, { found });
}

function readSample(place: Place, element: unknown, receivedAtMs: number, limits: DecodeLimits): TelemetrySample {
  if (!isJsonObject(element)) throw wrongShape(place, jsonKind(element));
  if (!Object.hasOwn(element, 'ts') || !Object.hasOwn(element, 'values')) {
    return { atMs: null, values: readMetrics(place, element, limits) };
  }
  if (!isJsonObject(element.values)) throw wrongShape(place, `${jsonKind(element.values)} in "values",`);
  return { atMs: readTimestamp(place, element.ts, receivedAtMs), values: readMetrics(place, element.values, limits) };
}

function readArray(elements: readonly unknown[], receivedAtMs: number, limits: DecodeLimits): TelemetrySample[] {
  const whole: Place = { area: 'TELEMETRY', position: null };
  if (elements.length > limits.maxSamples) {
    throw decodeFault(whole, 'TOO_MANY_METRICS', `The array has ${elements.length} elements; at most ${limits.maxSamples} are taken at once.`, {
      count: elements.length,
      maxCount: limits.maxSamples,
    });
  }
  const samples: TelemetrySample[] = [];
  let count = 0;
  for (const [index, element] of elements.entries()) {
    const sample = readSample({ area: 'TELEMETRY', position: index + 1 }, element, receivedAtMs, limits);
    count += sample.values.length;
    if (sample.values.length > 0) samples.push(sample);
  }
  if (count <= limits.maxValues) return samples;
  throw decodeFault(whole, 'TOO_MANY_METRICS', `The message holds ${count} values; at most ${limits.maxValues} are taken at once.`, {
    count,
    maxCount: limits.maxValues,
  });
}

/**
 * Reads a telemetry payload in the four forms that ThingsBoard devices send, mixed in one array if they like:
 * `{"k":v}`, `[{"k":v},…]`, `{"ts":ms,"values":{…}}`, `[{"ts":ms,"values":{…}},…]`.
 *
 * As ThingsBoard does: an object is timed only if it has both `ts` and `values` (with one of them it is an ordinary metric of that name, and beside both
 * anything else is passed over); `ts` may be digits in a text; a `null` value is passed over. Unlike ThingsBoard, `"22.5"` stays a text unless
 * `limits.isNumericTextCast`, and a message that leaves nothing to store is refused, so that its sender hears of it. A message is taken whole or not at all.
 *
 * @param receivedAtMs when the message arrived; it only serves to recognise a `ts` in a wrong unit, and stamps nothing.
 * @throws AppError (invalid) TELEMETRY.BAD_JSON, WRONG_SHAPE, BAD_TIMESTAMP, EMPTY, TOO_MANY_METRICS, KEY_INVALID, VALUE_INVALID, VALUE_TOO_LARGE,
 * NOT_FINITE, NESTED_TOO_DEEP; `details.key` and `details.position` (in the array, from 1) say where.
 * @see https://thingsboard.io/docs/reference/mqtt-api/#telemetry-upload-api and ThingsBoard's JsonConverter
 */
export function decodeTelemetry(text: string, receivedAtMs: number, limits: DecodeLimits = DEFAULT_DECODE_LIMITS): TelemetryMessage {
  const parsed = parseJson('TELEMETRY', text);
  const place: Place = { area: 'TELEMETRY', position: null };
  const samples = Array.isArray(parsed) ? readArray(parsed, receivedAtMs, limits) : [readSample(place, parsed, receivedAtMs, limits)];
  if (samples.some(({ values }) => values.length > 0)) return { samples };
  throw decodeFault(place, 'EMPTY', 'The message holds no value to store: it has no keys, or each of them is null.');
}
