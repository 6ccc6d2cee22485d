import { DAY_MS, invalid } from '@tenon/kernel';
import type { TimeRange } from '@tenon/kernel';
import { SLOT_MS } from './slot.js';

/** Longest span that is cut into slots at once: five years. */
export const MAX_RANGE_MS = 5 * 366 * DAY_MS;

/**
 * The smallest span of whole slots that contains the given one.
 * @param range any span of instants
 * @returns a span whose ends are multiples of SLOT_MS
 */
export function alignedRange(range: TimeRange): TimeRange {
  return { fromMs: Math.floor(range.fromMs / SLOT_MS) * SLOT_MS, toMs: Math.ceil(range.toMs / SLOT_MS) * SLOT_MS };
}

/**
 * Passes a span on if it can be cut into slots.
 * @throws AppError (invalid) ENERGY.RANGE_EMPTY if it does not end after it starts, ENERGY.RANGE_NOT_ALIGNED if an end
 * is no multiple of SLOT_MS (see {@link alignedRange}), ENERGY.RANGE_TOO_LONG above MAX_RANGE_MS
 */
export function checkedSlotRange(range: TimeRange): TimeRange {
  const { fromMs, toMs } = range;
  if (!(fromMs < toMs)) throw invalid('ENERGY.RANGE_EMPTY', 'The range must end after it starts.', { fromMs, toMs });
  if (fromMs % SLOT_MS !== 0 || toMs % SLOT_MS !== 0) {
    throw invalid('ENERGY.RANGE_NOT_ALIGNED', 'The range must start and end on a quarter-hour.', { fromMs, toMs });
  }
  if (toMs - fromMs > MAX_RANGE_MS) {
    throw invalid('ENERGY.RANGE_TOO_LONG', 'The range is longer than five years.', { fromMs, toMs });
  }
  return range;
}
