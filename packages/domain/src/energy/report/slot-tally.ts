import { DAY_MS } from '@tenon/kernel';
import type { TimeRange } from '@tenon/kernel';
import { SLOT_MS, SLOTS_PER_DAY } from '../slots/slot.js';
import type { EnergySlot } from '../slots/slot.js';
import { bandAt } from '../tariff/band-at.js';
import { milliwattHours } from '../tariff/exact-cost.js';
import { TARIFF_BANDS } from '../tariff/tariff.js';
import type { Tariff } from '../tariff/tariff.js';
import { isWeekend } from '../zone/local-time.js';
import type { PeriodSpan } from '../zone/period-spans.js';
import { offsetMsAt } from '../zone/zone-offset.js';

/** Sums of one pass over the slots. Energy in whole milliwatt-hours. */
export interface SlotTally {
  /** By bucket and band, at `bucket × TARIFF_BANDS.length + band`. */
  readonly bandEnergy: Float64Array;
  /** By bucket, milliseconds with data. */
  readonly bucketCoveredMs: Float64Array;
  /** By quarter of the local day, first the 96 of weekdays, then the 96 of weekend days. */
  readonly curveEnergy: Float64Array;
  readonly curveCoveredMs: Float64Array;
  slotWithDataCount: number;
  estimatedSlotCount: number;
}

/** Position in TARIFF_BANDS of the band of each quarter of the local day. */
function quarterBands(tariff: Tariff): Uint8Array {
  return Uint8Array.from({ length: SLOTS_PER_DAY }, (_, quarter) => TARIFF_BANDS.indexOf(bandAt(tariff, quarter * 15)));
}

/** Position of the last span that starts at or before an instant within the range. */
function spanIndexAt(spans: readonly PeriodSpan[], atMs: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.range.fromMs <= atMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

function emptyTally(bucketCount: number): SlotTally {
  return {
    bandEnergy: new Float64Array(bucketCount * TARIFF_BANDS.length),
    bucketCoveredMs: new Float64Array(bucketCount),
    curveEnergy: new Float64Array(2 * SLOTS_PER_DAY),
    curveCoveredMs: new Float64Array(2 * SLOTS_PER_DAY),
    slotWithDataCount: 0,
    estimatedSlotCount: 0,
  };
}

/** Adds up the slots within a range by bucket and tariff band and by time of day, in one pass. */
export function tallySlots(
  slots: readonly EnergySlot[],
  spans: readonly PeriodSpan[],
  { tariff, timeZone, range }: { readonly tariff: Tariff; readonly timeZone: string; readonly range: TimeRange },
): SlotTally {
  const tally = emptyTally(spans.length);
  const bands = quarterBands(tariff);
  for (const { startMs, energyKwh, coveredMs = SLOT_MS, isEstimated } of slots) {
    if (startMs < range.fromMs || startMs >= range.toMs) continue;
    const energy = milliwattHours(energyKwh);
    const localMs = startMs + offsetMsAt(timeZone, startMs);
    const localDay = Math.floor(localMs / DAY_MS);
    const quarter = Math.floor((localMs - localDay * DAY_MS) / SLOT_MS);
    const bucket = spanIndexAt(spans, startMs);
    const curveIndex = quarter + (isWeekend(localDay) ? SLOTS_PER_DAY : 0);
    tally.bandEnergy[bucket * TARIFF_BANDS.length + bands[quarter]!]! += energy;
    tally.bucketCoveredMs[bucket]! += coveredMs;
    tally.curveEnergy[curveIndex]! += energy;
    tally.curveCoveredMs[curveIndex]! += coveredMs;
    tally.slotWithDataCount++;
    if (isEstimated === true) tally.estimatedSlotCount++;
  }
  return tally;
}
