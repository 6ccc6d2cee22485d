import { describe, expect, it } from '@jest/globals';
import { telemetryRolledUp } from './index.js';
import { fewRanges } from './few-ranges.js';

const HOUR = 3_600_000;
const range = (deviceId: string, fromHour: number, toHour: number) => ({ deviceId, fromMs: fromHour * HOUR, toMs: toHour * HOUR });

describe('fewRanges', () => {
  it('makes one of what overlaps, touches or is an hour apart, machine by machine', () => {
    const told = fewRanges([range('a', 10, 11), range('b', 1, 2), range('a', 1, 3), range('a', 2, 4), range('a', 5, 6), range('a', 7.5, 8)]);
    expect(told).toEqual([range('b', 1, 2), range('a', 1, 6), range('a', 7.5, 8), range('a', 10, 11)]);
  });

  it('keeps a range within another whole', () => {
    expect(fewRanges([range('a', 1, 9), range('a', 2, 3), range('a', 20, 21)])).toEqual([range('a', 1, 9), range('a', 20, 21)]);
  });

  it('tells a machine whole where its ranges would be many, and only that one', () => {
    const scattered = Array.from({ length: 51 }, (_, index) => range('a', index * 10, index * 10 + 1));
    expect(fewRanges([...scattered, range('b', 1, 2)])).toEqual([range('a', 0, 501), range('b', 1, 2)]);
    expect(fewRanges(scattered.slice(1))).toHaveLength(50);
  });

  it('is what two roll-ups are told as', () => {
    const merged = telemetryRolledUp.merging?.merged({ ranges: [range('a', 1, 2)] }, { ranges: [range('a', 2, 3), range('b', 4, 5)] });
    expect(merged).toEqual({ ranges: [range('a', 1, 3), range('b', 4, 5)] });
  });
});
