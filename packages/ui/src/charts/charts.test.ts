import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '../format/zone-time.js';
import { alignSeries, hasBand, lastReading, loneReadings, readingAt } from './align-series.js';
import { tickLabels } from './tick-labels.js';
import { timeTicks } from './time-ticks.js';
import type { TimeSeries } from './time-series.js';

const zone = 'Asia/Shanghai';
const at = (iso: string): number => Date.parse(iso);
const shown = (ticks: readonly number[], timeZone: string): string[] => ticks.map((tick) => formatInstant(tick, { timeZone }));

describe('timeTicks', () => {
  it('marks round readings of the zone, not of UTC', () => {
    const ticks = timeTicks(at('2026-03-01T00:00Z'), at('2026-03-02T00:00Z'), 5, 'Asia/Kolkata');
    expect(shown(ticks.atMs, 'Asia/Kolkata')).toEqual(['2026-03-01 06:00', '2026-03-01 12:00', '2026-03-01 18:00', '2026-03-02 00:00']);
  });

  it('stays on round readings across a change of clocks', () => {
    const ticks = timeTicks(at('2026-03-28T12:00Z'), at('2026-03-30T00:00Z'), 7, 'Europe/Berlin');
    expect(shown(ticks.atMs, 'Europe/Berlin').map((text) => text.slice(-5))).toEqual(['18:00', '00:00', '06:00', '12:00', '18:00', '00:00']);
  });

  it('begins weeks on Monday and months on their first', () => {
    const weeks = timeTicks(at('2026-03-01T00:00Z'), at('2026-04-01T00:00Z'), 6, zone);
    expect(weeks.unit).toBe('day');
    expect(weeks.atMs.every((tick) => new Date(tick + 8 * 3_600_000).getUTCDay() === 1)).toBe(true);
    const months = timeTicks(at('2025-03-01T00:00Z'), at('2026-03-01T00:00Z'), 6, zone);
    expect(shown(months.atMs, zone).slice(0, 2)).toEqual(['2025-04-01 00:00', '2025-07-01 00:00']);
  });

  it.each([60_000, 3_600_000, 86_400_000, 7 * 86_400_000, 400 * 86_400_000, 4_000 * 86_400_000])('never exceeds what fits in %p ms', (span) => {
    const from = at('2026-03-01T03:17:21Z');
    const { atMs } = timeTicks(from, from + span, 6, zone);
    expect(atMs.length).toBeLessThanOrEqual(7);
    expect(atMs.every((tick) => tick >= from && tick <= from + span)).toBe(true);
  });
});

describe('tickLabels', () => {
  it('says the day once, and again where it changes', () => {
    const ticks = timeTicks(at('2026-03-01T10:00Z'), at('2026-03-01T22:00Z'), 3, zone);
    expect(tickLabels(ticks, 'zh-CN', zone)).toEqual(['18:00\n3月1日', '00:00\n3月2日', '06:00']);
    expect(tickLabels(ticks, 'en', zone)[1]).toBe('00:00\nMar 2');
  });
});

const series = (id: string, atMs: number[], value: (number | null)[], more: Partial<TimeSeries['points']> = {}): TimeSeries => ({
  id,
  label: id,
  points: { atMs, value, ...more },
});

describe('loneReadings', () => {
  it('are those no line leads to or from', () => {
    expect(loneReadings([1, null, 2, 3, null, undefined, 4, undefined, null, 5])).toEqual([0, 6, 9]);
    expect(loneReadings([1, undefined, 2])).toEqual([]);
    expect(loneReadings([])).toEqual([]);
  });
});

describe('hasBand', () => {
  const bandOf = (points?: { min: (number | null)[]; max: (number | null)[] }) => hasBand(alignSeries([series('a', [1, 2, 3], [1, null, 3], points)]).columns[0]!);

  it('says whether a band is seen', () => {
    expect(bandOf({ min: [1, null, 2], max: [1, null, 4] })).toBe(true);
    expect(bandOf({ min: [1, null, 3], max: [1, null, 3] })).toBe(false);
    expect(bandOf()).toBe(false);
  });
});

describe('alignSeries', () => {
  it('lays unlike axes over each other without breaking either line', () => {
    const aligned = alignSeries([series('a', [1, 3], [10, 30]), series('b', [2, 3], [20, 31])]);
    expect(aligned.atMs).toEqual([1, 2, 3]);
    expect(aligned.columns.map((column) => column.value)).toEqual([[10, undefined, 30], [undefined, 20, 31]]);
  });

  it('breaks the line in a silence longer than allowed, the band too', () => {
    const axis = [0, 10, 100];
    const aligned = alignSeries([series('a', axis, [1, 2, 3], { min: [0, 1, 2], max: [2, 3, 4] })], { overMs: 20 });
    expect(aligned.atMs).toEqual([0, 10, 11, 100]);
    expect(aligned.columns[0]).toEqual({ value: [1, 2, null, 3], min: [0, 1, null, 2], max: [2, 3, null, 4] });
  });

  it('breaks only the series that fell silent', () => {
    const aligned = alignSeries([series('a', [0, 10, 100], [1, 2, 3]), series('b', [0, 15, 30, 45, 60, 75, 90, 100], [1, 1, 1, 1, 1, 1, 1, 1])], { overMs: 20 });
    expect(aligned.columns[0]!.value).toEqual([1, 2, null, null, null, null, null, null, null, 3]);
    expect(aligned.columns[1]!.value).not.toContain(null);
  });

  it('keeps a gap that was measured, and takes NaN for one', () => {
    expect(alignSeries([series('a', [1, 2, 3], [1, null, Number.NaN])]).columns[0]!.value).toEqual([1, null, null]);
  });

  it('lets no other series bridge a gap', () => {
    const aligned = alignSeries([series('a', [0, 10, 20], [1, null, 3]), series('b', [5, 15], [7, 8])]);
    expect(aligned.columns[0]!.value).toEqual([1, null, null, null, 3]);
  });

  it('is at home with nothing', () => {
    expect(alignSeries([])).toEqual({ atMs: [], columns: [] });
    expect(alignSeries([series('a', [], [])]).atMs).toEqual([]);
  });
});

describe('readingAt and lastReading', () => {
  it('look back to the last reading, but not across a gap', () => {
    expect(readingAt([5, undefined, undefined], 2)).toBe(5);
    expect(readingAt([5, null, undefined], 2)).toBeNull();
    expect(readingAt([undefined], 0)).toBeNull();
    expect(lastReading([1, 2, null, undefined])).toBe(2);
    expect(lastReading([])).toBeNull();
  });
});
