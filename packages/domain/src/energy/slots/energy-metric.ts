/** What a metric that tells of energy can mean, in the order a form offers them. */
export const ENERGY_QUANTITIES = ['interval', 'counter', 'power'] as const;

/**
 * What one value of a metric means: `interval` the kWh used within a fixed interval, `counter` a meter's running
 * register in kWh, `power` the kW drawn at an instant.
 */
export type EnergyQuantity = (typeof ENERGY_QUANTITIES)[number];

/** Which end of its interval a stamp names. Meters and data loggers mostly stamp the `end`. */
export type StampMarks = 'start' | 'end';

/** Values are kWh used within an interval of `intervalMs` (> 0) that starts or ends at the stamp. */
export interface IntervalMetric {
  readonly quantity: 'interval';
  readonly intervalMs: number;
  readonly stampMarks: StampMarks;
}

/** Values are a running register in kWh, which may fall back to zero. */
export interface CounterMetric {
  readonly quantity: 'counter';
  /** Readings further apart than this are still counted, and marked as estimated; {@link COUNTER_MAX_GAP_MS} unless given. */
  readonly maxGapMs?: number;
}

/** Values are kW at the instant of the stamp. */
export interface PowerMetric {
  readonly quantity: 'power';
  /** Between readings further apart than this nothing is known and nothing is counted; {@link POWER_MAX_HOLD_MS} unless given. */
  readonly maxHoldMs?: number;
}

/** How to read a metric as energy. Values are in kWh or kW: whoever reads a metric in another unit scales it first. */
export type EnergyMetric = IntervalMetric | CounterMetric | PowerMetric;

/** One value of a metric at an instant (milliseconds since the epoch). */
export interface EnergyPoint {
  readonly atMs: number;
  readonly value: number;
}

/** One hour: readings further apart may straddle the hours of a tariff, so how they are spread over time is an estimate. */
export const COUNTER_MAX_GAP_MS = 3_600_000;

/** Half an hour: wide enough for a reading every quarter-hour to come late, too short to hide a pause of the line. */
export const POWER_MAX_HOLD_MS = 1_800_000;
