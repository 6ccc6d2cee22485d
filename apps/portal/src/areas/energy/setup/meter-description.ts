import type { DescribeSeriesInput, IntervalStamp } from '../../../generated/documents';
import { METER_QUANTITIES, type Meter, type MeterQuantity } from '../meter-choice';

const MINUTE_MS = 60_000;
const USUAL_LENGTH_MIN = 15;

/** What a metric's numbers mean, as the form holds it. */
export interface Meaning {
  readonly quantity: MeterQuantity;
  /** Length of an interval in minutes; only for amounts of intervals. */
  readonly lengthMin: number;
  readonly stamp: IntervalStamp;
}

/** What is known or guessed of a metric, and what is usual where nothing is. */
export function meaningOf({ quantity, intervalMs, intervalStamp }: Meter): Meaning {
  const known = METER_QUANTITIES.find((each) => each === quantity) ?? 'COUNTER';
  return { quantity: known, lengthMin: intervalMs ? intervalMs / MINUTE_MS : USUAL_LENGTH_MIN, stamp: intervalStamp ?? 'END' };
}

/** What is sent to settle a metric's meaning; a unit nobody named becomes the one energy is reckoned in. */
export function descriptionOf(meter: Meter, { quantity, lengthMin, stamp }: Meaning = meaningOf(meter)): DescribeSeriesInput {
  const named = { id: meter.id, quantity, unit: meter.unit ?? (quantity === 'POWER' ? 'kW' : 'kWh') };
  return quantity === 'INTERVAL' ? { ...named, intervalMs: lengthMin * MINUTE_MS, intervalStamp: stamp } : named;
}
