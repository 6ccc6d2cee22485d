import { describe, expect, it } from '@jest/globals';
import { chartPoints, movingView, silenceOf, type History } from './chart-points';

const raw = (at: number[], mean: number[]): History => ({ seriesId: 's', resolution: 'RAW', bucketMs: null, at, min: mean, max: mean, mean, last: mean, count: mean.map(() => 1) });
const bucketed: History = { seriesId: 's', resolution: 'MINUTE', bucketMs: 60, at: [0, 60], min: [1, 2], max: [5, 6], mean: [3, 4], last: [5, 2], count: [9, 9] };
const tail = (...points: [number, number][]) => ({ atMs: points.map(([at]) => at), value: points.map(([, v]) => v) });

describe('chartPoints', () => {
  it('appends only what is newer than the history', () => {
    const points = chartPoints(raw([10, 20], [1, 2]), tail([15, 9], [20, 9], [25, 3]), 'GAUGE', 100);
    expect(points).toEqual({ atMs: [10, 20, 25], value: [1, 2, 3] });
  });

  it('draws buckets at their middle with their band, and waits for the last bucket to end', () => {
    const points = chartPoints(bucketed, tail([100, 7], [121, 8]), 'GAUGE', 1000);
    expect(points).toEqual({ atMs: [30, 90, 121], value: [3, 4, 8], min: [1, 2, 8], max: [5, 6, 8] });
  });

  it('never draws a bucket in the future', () => {
    expect(chartPoints(bucketed, tail(), 'GAUGE', 70).atMs).toEqual([30, 70]);
  });

  it('draws a running counter by its last reading, without a band', () => {
    expect(chartPoints(bucketed, tail(), 'COUNTER', 1000)).toEqual({ atMs: [30, 90], value: [5, 2] });
  });

  it('draws what is live where there is no history yet', () => {
    expect(chartPoints(raw([], []), tail([5, 1]), 'GAUGE', 10)).toEqual({ atMs: [5], value: [1] });
  });
});

describe('silenceOf', () => {
  it('lies above the width of a bucket', () => {
    expect(silenceOf([null, 3_600_000, 60_000]).overMs).toBe(5_760_000);
  });

  it('has a floor, and an answer for no points', () => {
    expect(silenceOf([]).overMs).toBe(5_000);
    expect(silenceOf([null]).overMs).toBe(5_000);
  });
});

describe('movingView', () => {
  const hour = { fromMs: 0, toMs: 3_600_000 };

  it('ends at the newest point and keeps the range’s length', () => {
    expect(movingView(hour, [raw([1_000], [1])], [tail([3_610_000, 2])])).toEqual({ fromMs: 10_000, toMs: 3_610_000 });
  });

  it('starts where a young machine does, a minute ago at the latest', () => {
    expect(movingView(hour, [raw([3_000_000], [1])], [tail([3_100_000, 2])])).toEqual({ fromMs: 2_998_000, toMs: 3_600_000 });
    expect(movingView(hour, [raw([], [])], [tail([3_599_000, 2])])).toEqual({ fromMs: 3_540_000, toMs: 3_600_000 });
  });

  it('leaves the range as it is where there is nothing, and where it is too long to see new points', () => {
    expect(movingView(hour, [], [])).toEqual(hour);
    const month = { fromMs: 0, toMs: 30 * 86_400_000 };
    expect(movingView(month, [raw([80_000_000], [1])], [tail([month.toMs + 5, 1])])).toEqual(month);
  });
});
