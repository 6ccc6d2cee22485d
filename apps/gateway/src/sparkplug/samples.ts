import type { SparkplugReading } from '@tenon/domain/sparkplug';
import { readMetric, type DecodeLimits, type MetricEntry, type TelemetrySample } from '@tenon/domain/telemetry';
import { toAppError, type AppError } from '@tenon/kernel';

/** Lets a reading with this time pass. @throws AppError where it does not */
export type Judge = (reading: { readonly atMs: number | null; readonly isHistory: boolean }) => void;

/** Readings as the hot path takes them, and what is wrong with those that it does not. */
export interface Samples {
  readonly samples: readonly TelemetrySample[];
  readonly refusals: readonly AppError[];
  /** Units that the machine gives its metrics. */
  readonly units: ReadonlyMap<string, string>;
}

interface Sample {
  readonly atMs: number | null;
  readonly values: MetricEntry[];
  readonly keys: Set<string>;
}

/**
 * Puts readings of one time together, in the order in which they came: a metric that comes twice at one time begins another sample, so that the later wins. One reading that is refused keeps no other out.
 */
export function samplesOf(readings: readonly SparkplugReading[], limits: DecodeLimits, judge: Judge): Samples {
  const samples: Sample[] = [];
  const refusals: AppError[] = [];
  const units = new Map<string, string>();
  for (const reading of readings) {
    const { key, atMs, unit } = reading;
    try {
      judge({ atMs, isHistory: reading.isHistorical });
      const entry = readMetric(key, reading.value, limits);
      const { keys, values } = roomFor(reading, samples, limits);
      keys.add(key);
      values.push(entry);
      if (unit !== null) units.set(key, unit);
    } catch (error) {
      refusals.push(toAppError(error));
    }
  }
  return { samples, refusals, units };
}

function roomFor({ key, atMs }: SparkplugReading, samples: Sample[], { maxMetrics }: DecodeLimits): Sample {
  const last = samples.at(-1);
  if (last && last.atMs === atMs && !last.keys.has(key) && last.values.length < maxMetrics) return last;
  const sample: Sample = { atMs, values: [], keys: new Set() };
  samples.push(sample);
  return sample;
}
