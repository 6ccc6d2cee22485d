import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { aggregateOf, mergeAggregates, meanOf, type Point } from './aggregate.js';
import { type Bucket, fromPoints, mergeBuckets } from './roll-up.js';

const FROM = Date.UTC(2026, 6, 1, 8);

/** Distinct points at irregular times, out of order, from a small linear congruential generator. */
function points(seed: number, count: number, value: (unit: number) => number): Point[] {
  let state = seed;
  const next = () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
  const byTime = new Map<number, number>();
  while (byTime.size < count) byTime.set(FROM + Math.floor(next() * 6 * HOUR_MS) + 0.25, value(next()));
  return [...byTime].map(([atMs, v]) => ({ atMs, value: v }));
}

const integers = (seed: number) => points(seed, 500, (unit) => Math.floor(unit * 2_000) - 1_000);

function closeTo(buckets: readonly Bucket[]): Bucket[] {
  return buckets.map((bucket) => ({ ...bucket, sum: expect.closeTo(bucket.sum, 6) as unknown as number }));
}

describe('aggregates', () => {
  it('keep count, extremes, sum, first and last', () => {
    const readings = [{ atMs: 30, value: 2 }, { atMs: 10, value: 7 }, { atMs: 20, value: -1 }];
    const merged = readings.map(aggregateOf).reduce(mergeAggregates);
    expect(merged).toEqual({ count: 3, min: -1, max: 7, sum: 8, firstAtMs: 10, first: 7, lastAtMs: 30, last: 2 });
    expect(meanOf(merged)).toBeCloseTo(8 / 3);
  });

  it('merge alike however they are grouped', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const [a, b, c] = integers(seed).slice(0, 3).map(aggregateOf);
      if (!a || !b || !c) throw new Error('three points are needed');
      const left = mergeAggregates(mergeAggregates(a, b), c);
      expect(mergeAggregates(a, mergeAggregates(b, c))).toEqual(left);
      expect(mergeAggregates(c, mergeAggregates(b, a))).toEqual(left);
    }
  });

  it('refuse what is not finite', () => {
    expect(() => fromPoints([{ atMs: 1, value: Number.NaN }], 10)).toThrow(expect.objectContaining({ code: 'TELEMETRY.NOT_FINITE' }));
  });
});

describe('rolling up', () => {
  it('sorts points into aligned buckets, absent where there is no point', () => {
    const at = (minute: number, value: number) => ({ atMs: FROM + minute * MINUTE_MS, value });
    const buckets = fromPoints([at(61, 5), at(0, 1), at(59.999, 3)], HOUR_MS);
    expect(buckets.map(({ fromMs, count }) => [(fromMs - FROM) / HOUR_MS, count])).toEqual([[0, 2], [1, 1]]);
    expect(fromPoints([at(0, 1), at(180, 1)], HOUR_MS).map(({ fromMs }) => (fromMs - FROM) / HOUR_MS)).toEqual([0, 3]);
  });

  it('a roll-up of roll-ups is the roll-up of the raw points', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const raw = integers(seed);
      const byMinute = fromPoints(raw, MINUTE_MS);
      expect(mergeBuckets(byMinute, HOUR_MS)).toEqual(fromPoints(raw, HOUR_MS));
      expect(mergeBuckets(mergeBuckets(byMinute, 15 * MINUTE_MS), HOUR_MS)).toEqual(fromPoints(raw, HOUR_MS));
      expect(mergeBuckets([...byMinute].reverse(), HOUR_MS)).toEqual(fromPoints(raw, HOUR_MS));
    }
  });

  it('and for fractions to the last bits of the sum', () => {
    const raw = points(7, 800, (unit) => unit * 1e3 - 321.7);
    expect(mergeBuckets(fromPoints(raw, MINUTE_MS), HOUR_MS)).toEqual(closeTo(fromPoints(raw, HOUR_MS)));
  });
});
