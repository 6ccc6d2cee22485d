import { HOUR_MS } from '@tenon/kernel';
import type { TimeRange } from '@tenon/kernel';
import { SLOT_MS, SLOTS_PER_DAY } from '../slots/slot.js';
import type { EnergySlot } from '../slots/slot.js';
import type { BaseLoad } from './energy-report.types.js';

/** The base load is exceeded in all but this part of the quarter-hours. */
export const BASE_LOAD_QUANTILE = 0.05;

/** A slot known for less than this part says too little about its power. */
const LEAST_COVERED_MS = 0.9 * SLOT_MS;

function knownPowersKw(slots: readonly EnergySlot[], { fromMs, toMs }: TimeRange): Float64Array {
  const powersKw = new Float64Array(slots.length);
  let count = 0;
  for (const { startMs, energyKwh, coveredMs = SLOT_MS } of slots) {
    if (startMs < fromMs || startMs >= toMs || coveredMs < LEAST_COVERED_MS) continue;
    powersKw[count++] = energyKwh / (coveredMs / HOUR_MS);
  }
  return powersKw.subarray(0, count);
}

/**
 * What the site draws even when nobody produces: the 5th percentile (nearest rank) of the mean power of the range's
 * quarter-hours. A low percentile and not the minimum, so that a power cut or a meter's pause does not make it zero.
 * @returns null with fewer than 96 quarter-hours known, a day's worth
 * @see P. N. Price, Methods for Analyzing Electric Load Shape and its Variability, LBNL-3713E, 2010, which takes a low
 * percentile of the day's load as near-base load
 */
export function baseLoad(slots: readonly EnergySlot[], range: TimeRange): BaseLoad | null {
  const powersKw = knownPowersKw(slots, range).sort();
  if (powersKw.length < SLOTS_PER_DAY) return null;
  const powerKw = powersKw[Math.ceil(BASE_LOAD_QUANTILE * powersKw.length) - 1]!;
  const meanKw = powersKw.reduce((sum, kw) => sum + kw, 0) / powersKw.length;
  return { powerKw, share: meanKw === 0 ? 0 : Math.min(1, powerKw / meanKw) };
}
