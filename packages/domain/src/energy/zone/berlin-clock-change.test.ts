import { describe, expect, it } from '@jest/globals';
import { localTimeAt, isoDate } from './local-time.js';
import { periodRange } from './period-range.js';
import { periodSpans } from './period-spans.js';
import { offsetMsAt } from './zone-offset.js';

const HOUR = 3_600_000;
const BERLIN = 'Europe/Berlin';
const at = Date.parse;
const hours = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => (toMs - fromMs) / HOUR;
const clock = (instant: string) => {
  const { localDay, minuteOfDay } = localTimeAt(BERLIN, at(instant));
  return [isoDate(localDay), minuteOfDay];
};

describe('Berlin, where the clock changes', () => {
  it('jumps from 02:00 to 03:00 on 31 March 2024 at 01:00 UTC', () => {
    expect(clock('2024-03-31T00:59:59Z')).toEqual(['2024-03-31', 119 + 59 / 60]);
    expect(clock('2024-03-31T01:00:00Z')).toEqual(['2024-03-31', 180]);
    expect(offsetMsAt(BERLIN, at('2024-03-31T00:59:59.999Z'))).toBe(HOUR);
    expect(offsetMsAt(BERLIN, at('2024-03-31T01:00:00Z'))).toBe(2 * HOUR);
  });

  it('shows 02:15 twice on 27 October 2024', () => {
    expect(clock('2024-10-27T00:15:00Z')).toEqual(['2024-10-27', 135]);
    expect(clock('2024-10-27T01:15:00Z')).toEqual(['2024-10-27', 135]);
  });

  it('has days of 23 and 25 hours', () => {
    const spring = periodRange(BERLIN, at('2024-03-31T12:00:00Z'), 'day');
    expect(spring).toEqual({ fromMs: at('2024-03-30T23:00:00Z'), toMs: at('2024-03-31T22:00:00Z') });
    expect(hours(periodRange(BERLIN, at('2024-10-27T12:00:00Z'), 'day'))).toBe(25);
  });

  it('has a March an hour short and an October an hour long', () => {
    expect(hours(periodRange(BERLIN, at('2024-03-10T00:00:00Z'), 'month'))).toBe(31 * 24 - 1);
    expect(hours(periodRange(BERLIN, at('2024-10-10T00:00:00Z'), 'month'))).toBe(31 * 24 + 1);
  });

  it('splits the days around the change without a seam', () => {
    const range = { fromMs: at('2024-10-25T22:00:00Z'), toMs: at('2024-10-28T23:00:00Z') };
    const spans = periodSpans(BERLIN, range, 'day');
    expect(spans.map((span) => [span.startsOn, hours(span.range)])).toEqual([
      ['2024-10-26', 24],
      ['2024-10-27', 25],
      ['2024-10-28', 24],
    ]);
  });
});
