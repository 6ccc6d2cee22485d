import { describe, expect, it } from '@jest/globals';
import { sparklinePath } from '../content/sparkline-path.js';
import { axisNumbers } from './axis-numbers.js';
import { linearScale, niceTicks } from './linear-scale.js';
import { quarterPath, quarterText } from './load-curve.js';
import { panned, pinched, zoomed } from './pan-zoom.js';
import { labelStride, stackParts } from './stack-bars.js';
import { clipSegments, mergeForDrawing, segmentAt } from './state-segments.js';
import type { StateSegment } from './state-segments.js';

describe('niceTicks', () => {
  it('are round and cover what is shown', () => {
    expect(niceTicks(0, 87, 4)).toEqual([0, 50, 100]);
    expect(niceTicks(0, 1_234, 5)).toEqual([0, 500, 1_000, 1_500]);
    expect(niceTicks(-3, 5, 4)).toEqual([-4, -2, 0, 2, 4, 6]);
    expect(niceTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(niceTicks(0, 0)).toEqual([0, 1]);
  });
});

describe('axisNumbers', () => {
  it('give as many digits as tell neighbours apart', () => {
    expect(axisNumbers([0, 0.05, 0.1], 'en')).toEqual(['0.00', '0.05', '0.10']);
    expect(axisNumbers([-10, 0, 10], 'en')).toEqual(['−10', '0', '10']);
    expect(axisNumbers([0, 20_000], 'zh-CN')).toEqual(['0', '2万']);
    expect(axisNumbers([0, 20_000], 'en')).toEqual(['0', '20K']);
  });
});

describe('pan and zoom', () => {
  const range = { fromMs: 0, toMs: 100_000 };

  it('slide by a part and stretch about a point', () => {
    expect(panned(range, 0.25)).toEqual({ fromMs: 25_000, toMs: 125_000 });
    expect(zoomed(range, 0.5)).toEqual({ fromMs: 25_000, toMs: 75_000 });
    expect(zoomed(range, 0.5, 0)).toEqual({ fromMs: 0, toMs: 50_000 });
    expect(zoomed({ fromMs: 0, toMs: 1_500 }, 0.1).toMs).toBe(1_250);
  });

  it('keep under two fingers what was under them', () => {
    const after = pinched(range, [0.4, 0.6], [0.2, 0.8]);
    const scale = linearScale([after.fromMs, after.toMs], [0, 1]);
    expect(scale(40_000)).toBeCloseTo(0.2, 3);
    expect(scale(60_000)).toBeCloseTo(0.8, 3);
    expect(pinched(range, [0.4, 0.6], [0.5, 0.505])).toBe(range);
  });
});

describe('stackParts', () => {
  it('stacks in the order of the bands, without room for nothing', () => {
    const { parts, total } = stackParts({ valley: 2, peak: 5, flat: 0, other: 9 }, ['peak', 'flat', 'valley']);
    expect(parts).toEqual([
      { bandId: 'peak', from: 0, to: 5 },
      { bandId: 'valley', from: 5, to: 7 },
    ]);
    expect(total).toBe(7);
    expect(labelStride(30, 600, 56)).toBe(3);
    expect(labelStride(5, 600, 56)).toBe(1);
  });
});

describe('quarter hours', () => {
  it('are named by their ends', () => {
    expect(quarterText(57)).toBe('14:15–14:30');
    expect(quarterText(95)).toBe('23:45–24:00');
  });

  it('lift the pen where nothing was measured', () => {
    expect(quarterPath([1, null, 2], (quarter) => quarter * 10, (value) => value)).toBe('M0.0 1.0H10.0M20.0 2.0H30.0');
  });
});

describe('sparklinePath', () => {
  it('breaks at missing values and ends at the last known', () => {
    const { line, end } = sparklinePath([0, 10, null, 5, null], 104, 24);
    expect(line).toBe('M2 22L27 2M77 12');
    expect(end).toEqual([77, 12]);
    expect(sparklinePath([null], 10, 10)).toEqual({ line: '', end: null });
    expect(sparklinePath([3, 3], 14, 10).line).toBe('M2 5L12 5');
  });
});

describe('state segments', () => {
  const day: readonly StateSegment[] = [
    { state: 'running', fromMs: 0, toMs: 100 },
    { state: 'idle', fromMs: 100, toMs: 102 },
    { state: 'running', fromMs: 102, toMs: 200 },
    { state: 'fault', fromMs: 200, toMs: 201 },
    { state: 'stopped', fromMs: 201, toMs: 300 },
  ];

  it('are cut to the range', () => {
    expect(clipSegments(day, { fromMs: 50, toMs: 150 })).toEqual([
      { state: 'running', fromMs: 50, toMs: 100 },
      { state: 'idle', fromMs: 100, toMs: 102 },
      { state: 'running', fromMs: 102, toMs: 150 },
    ]);
  });

  it('are merged where a pixel could not show them, but never a fault', () => {
    expect(mergeForDrawing(day, 5).map((segment) => [segment.state, segment.fromMs, segment.toMs])).toEqual([
      ['running', 0, 200],
      ['fault', 200, 201],
      ['stopped', 201, 300],
    ]);
  });

  it('are found by instant, ends excluded', () => {
    expect(segmentAt(day, 100)?.state).toBe('idle');
    expect(segmentAt(day, 300)).toBeUndefined();
  });
});
