import { describe, expect, it } from '@jest/globals';
import { linearScale } from './linear-scale.js';
import { overviewBand, overviewExtent, overviewLine } from './overview-path.js';
import { clippedWindow, drawnWindow, movedWindow, pressedWindow } from './overview-window.js';

const bounds = { span: { fromMs: 1_000, toMs: 2_000 }, leastMs: 10 };
const window = { fromMs: 1_400, toMs: 1_500 };

describe('the window of an overview', () => {
  it('keeps its length, and stops at both ends', () => {
    expect(movedWindow(window, 'whole', 50, bounds)).toEqual({ fromMs: 1_450, toMs: 1_550 });
    expect(movedWindow(window, 'whole', 900, bounds)).toEqual({ fromMs: 1_900, toMs: 2_000 });
    expect(movedWindow(window, 'whole', -900, bounds)).toEqual({ fromMs: 1_000, toMs: 1_100 });
    expect(movedWindow(bounds.span, 'whole', 50, bounds)).toEqual(bounds.span);
  });

  it('moves one edge up to the end and close to the other edge', () => {
    expect(movedWindow(window, 'from', -5_000, bounds)).toEqual({ fromMs: 1_000, toMs: 1_500 });
    expect(movedWindow(window, 'from', 5_000, bounds)).toEqual({ fromMs: 1_490, toMs: 1_500 });
    expect(movedWindow(window, 'to', 5_000, bounds)).toEqual({ fromMs: 1_400, toMs: 2_000 });
    expect(movedWindow(window, 'to', -5_000, bounds)).toEqual({ fromMs: 1_400, toMs: 1_410 });
  });

  it('is drawn in either direction, within the span, never narrower than allowed', () => {
    expect(drawnWindow(1_700, 1_300, bounds)).toEqual({ fromMs: 1_300, toMs: 1_700 });
    expect(drawnWindow(500, 1_300, bounds)).toEqual({ fromMs: 1_000, toMs: 1_300 });
    expect(drawnWindow(1_300, 1_301, bounds)).toEqual({ fromMs: 1_300, toMs: 1_310 });
    expect(drawnWindow(1_999, 2_100, bounds)).toEqual({ fromMs: 1_990, toMs: 2_000 });
  });

  it('is moved by keys in parts of its own length', () => {
    expect(pressedWindow('ArrowRight', window, 'whole', bounds)).toEqual({ fromMs: 1_410, toMs: 1_510 });
    expect(pressedWindow('ArrowLeft', window, 'to', bounds)).toEqual({ fromMs: 1_400, toMs: 1_490 });
    expect(pressedWindow('PageUp', window, 'to', bounds)).toEqual({ fromMs: 1_400, toMs: 1_600 });
    expect(pressedWindow('Home', window, 'from', bounds)).toEqual({ fromMs: 1_000, toMs: 1_500 });
    expect(pressedWindow('End', window, 'whole', bounds)).toEqual({ fromMs: 1_900, toMs: 2_000 });
    expect(pressedWindow('Enter', window, 'whole', bounds)).toBeUndefined();
  });

  it('shows what of a range lies in the span', () => {
    expect(clippedWindow({ fromMs: 0, toMs: 1_500 }, bounds.span)).toEqual({ fromMs: 1_000, toMs: 1_500 });
    expect(clippedWindow({ fromMs: 0, toMs: 500 }, bounds.span)).toEqual({ fromMs: 1_000, toMs: 1_000 });
  });
});

describe('the drawing of an overview', () => {
  const points = { atMs: [0, 10, 40], value: [1, 2, 3], min: [0, 1, 3], max: [2, 3, 3], bucketMs: 10 };
  const [x, y] = [linearScale([0, 50], [0, 500]), linearScale([0, 3], [30, 0])];

  it('is a block a column and a line that is lifted over silence', () => {
    expect(overviewExtent(points)).toEqual([0, 3]);
    expect(overviewBand(points, x, y)).toBe('M0.0 10.0H100.0V30.0H0.0ZM100.0 0.0H200.0V20.0H100.0ZM400.0 0.0H500.0V1.0H400.0Z');
    expect(overviewLine(points, x, y)).toBe('M50.0 20.0h1L150.0 10.0M450.0 0.0h1');
  });

  it('of single readings has no band, and of none nothing', () => {
    expect(overviewBand({ ...points, bucketMs: null }, x, y)).toBe('');
    expect(overviewLine({ ...points, bucketMs: null }, x, y)).toBe('M0.0 20.0h1L100.0 10.0L400.0 0.0');
    expect(overviewExtent({ atMs: [], value: [], min: [], max: [], bucketMs: null })).toEqual([0, 1]);
    expect(overviewExtent({ ...points, min: [3], max: [3] })).toEqual([2, 4]);
  });
});
