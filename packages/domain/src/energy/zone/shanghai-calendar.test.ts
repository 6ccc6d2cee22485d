import { describe, expect, it } from '@jest/globals';
import { isoDate, isoWeekday, isWeekend, localTimeAt } from './local-time.js';
import { periodRange } from './period-range.js';
import { periodSpans } from './period-spans.js';

const SHANGHAI = 'Asia/Shanghai';
const at = Date.parse;

describe('the calendar in Shanghai', () => {
  it('begins its days at 16:00 UTC', () => {
    expect(localTimeAt(SHANGHAI, at('2024-02-28T15:59:00Z')).minuteOfDay).toBe(1439);
    const { localDay, minuteOfDay } = localTimeAt(SHANGHAI, at('2024-02-28T16:00:00Z'));
    expect([isoDate(localDay), minuteOfDay]).toEqual(['2024-02-29', 0]);
  });

  it('begins its weeks on Monday: Sunday 3 March 2024 lies in the week of 26 February', () => {
    expect(periodRange(SHANGHAI, at('2024-03-03T15:59:59Z'), 'week')).toEqual({
      fromMs: at('2024-02-26T00:00:00+08:00'),
      toMs: at('2024-03-04T00:00:00+08:00'),
    });
  });

  it('knows the length of its months', () => {
    expect(periodRange(SHANGHAI, at('2024-02-29T20:00:00+08:00'), 'month')).toEqual({
      fromMs: at('2024-02-01T00:00:00+08:00'),
      toMs: at('2024-03-01T00:00:00+08:00'),
    });
  });

  it('counts weekdays from Monday, before 1970 too', () => {
    const { localDay } = localTimeAt(SHANGHAI, at('2024-03-04T12:00:00+08:00'));
    expect([0, 1, 2, 3, 4, 5, 6].map((days) => isoWeekday(localDay + days))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([0, 4, 5, 6].map((days) => isWeekend(localDay + days))).toEqual([false, false, true, true]);
    expect(isoWeekday(-4)).toBe(7); // 28 December 1969, a Sunday
  });

  it('cuts the first and last period to the range and names them by their own first day', () => {
    const range = { fromMs: at('2024-01-31T12:00:00+08:00'), toMs: at('2024-03-01T06:00:00+08:00') };
    expect(periodSpans(SHANGHAI, range, 'month')).toEqual([
      { startsOn: '2024-01-01', range: { fromMs: range.fromMs, toMs: at('2024-02-01T00:00:00+08:00') } },
      {
        startsOn: '2024-02-01',
        range: { fromMs: at('2024-02-01T00:00:00+08:00'), toMs: at('2024-03-01T00:00:00+08:00') },
      },
      { startsOn: '2024-03-01', range: { fromMs: at('2024-03-01T00:00:00+08:00'), toMs: range.toMs } },
    ]);
  });
});
