import { describe, expect, it } from '@jest/globals';
import { alignedRange, checkedSlotRange, MAX_RANGE_MS } from './slot-range.js';

const QUARTER = 900_000;
const refused = (code: string) => expect.objectContaining({ kind: 'invalid', code });

describe('ranges of whole slots', () => {
  it('widens a range to whole slots', () => {
    expect(alignedRange({ fromMs: QUARTER + 1, toMs: 3 * QUARTER - 1 })).toEqual({ fromMs: QUARTER, toMs: 3 * QUARTER });
    expect(alignedRange({ fromMs: -1, toMs: QUARTER })).toEqual({ fromMs: -QUARTER, toMs: QUARTER });
  });

  it('refuses what cannot be cut into slots', () => {
    expect(() => checkedSlotRange({ fromMs: QUARTER, toMs: QUARTER })).toThrow(refused('ENERGY.RANGE_EMPTY'));
    expect(() => checkedSlotRange({ fromMs: 0, toMs: Number.NaN })).toThrow(refused('ENERGY.RANGE_EMPTY'));
    expect(() => checkedSlotRange({ fromMs: 1, toMs: QUARTER })).toThrow(refused('ENERGY.RANGE_NOT_ALIGNED'));
    expect(() => checkedSlotRange({ fromMs: 0, toMs: QUARTER + 1 })).toThrow(refused('ENERGY.RANGE_NOT_ALIGNED'));
    expect(() => checkedSlotRange({ fromMs: 0, toMs: MAX_RANGE_MS + QUARTER })).toThrow(refused('ENERGY.RANGE_TOO_LONG'));
  });

  it('accepts five years', () => {
    const range = { fromMs: 0, toMs: MAX_RANGE_MS };
    expect(checkedSlotRange(range)).toBe(range);
  });
});
