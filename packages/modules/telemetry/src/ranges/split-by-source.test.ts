import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { splitBySource, type SplitRange } from './split-by-source.js';
import { mergedRanges } from './time-ranges.js';

const FROM = Date.UTC(2026, 6, 1);
const span = (fromMinute: number, toMinute: number): TimeRange => ({ fromMs: FROM + fromMinute * MINUTE_MS, toMs: FROM + toMinute * MINUTE_MS });
const all = ({ hour, minute, raw }: SplitRange) => [...hour, ...minute, ...raw];
const lengthMs = (ranges: readonly TimeRange[]) => ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);

describe('splitBySource', () => {
  it('reads whole hours, then whole minutes, then points', () => {
    expect(splitBySource([{ fromMs: FROM + 59.5 * MINUTE_MS, toMs: FROM + 182 * MINUTE_MS }], 'hour', [])).toEqual({
      hour: [span(60, 180)],
      minute: [span(180, 182)],
      raw: [span(59.5, 60)],
    });
  });

  it('reads points where an aggregate is out of date, and the rest of that hour by minutes', () => {
    expect(splitBySource([span(0, 180)], 'hour', [span(65.2, 65.8)])).toEqual({
      hour: [span(0, 60), span(120, 180)],
      minute: [span(60, 65), span(66, 120)],
      raw: [span(65, 66)],
    });
  });

  it('reads no hours into buckets narrower than one', () => {
    expect(splitBySource([span(0, 180)], 'minute', [span(0, 1)])).toEqual({ hour: [], minute: [span(1, 180)], raw: [span(0, 1)] });
    expect(splitBySource([span(0, 180)], 'raw', [span(0, 1)])).toEqual({ hour: [], minute: [], raw: [span(0, 180)] });
  });

  it('lets no aggregate reach across two spans', () => {
    expect(splitBySource([span(-45, 90.5), span(90.5, 240)], 'hour', [])).toEqual({
      hour: [span(0, 60), span(120, 240)],
      minute: [span(-45, 0), span(60, 90), span(91, 120)],
      raw: [span(90, 91)],
    });
  });

  it('covers any range exactly once, whatever is out of date', () => {
    let state = 7;
    const next = (below: number) => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) % below;
    for (let round = 0; round < 300; round += 1) {
      const from = FROM + next(5_000_000);
      const range = { fromMs: from, toMs: from + 1 + next(3 * DAY_MS) };
      const dirty = Array.from({ length: next(12) }, () => ({ fromMs: FROM - DAY_MS + next(5 * DAY_MS) })).map(({ fromMs }) => ({ fromMs, toMs: fromMs + 1 + next(3 * HOUR_MS) }));
      const split = splitBySource([range], round % 2 ? 'hour' : 'minute', dirty);
      expect(mergedRanges(all(split))).toEqual([range]);
      expect(lengthMs(all(split))).toBe(range.toMs - range.fromMs);
      for (const { fromMs, toMs } of split.hour) expect([fromMs % HOUR_MS, toMs % HOUR_MS]).toEqual([0, 0]);
      for (const { fromMs, toMs } of [...split.hour, ...split.minute]) {
        expect(dirty.some((stale) => stale.fromMs < toMs && stale.toMs > fromMs)).toBe(false);
      }
    }
  });

  it('stays small after a replay that touched every other minute of a year', () => {
    const dirty = Array.from({ length: 200_000 }, (_, i) => span(2 * i, 2 * i + 1));
    expect(all(splitBySource([span(0, 400_000)], 'hour', dirty)).length).toBeLessThan(1_000);
  });
});
