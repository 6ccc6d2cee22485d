import { describe, expect, it } from '@jest/globals';
import { random } from '../../testing/random.js';
import { aggregateOf, type Point } from '../aggregate.js';
import { columnsOfBuckets, FIGURES, type BucketColumns, type Figure } from '../query/bucket-columns.js';
import { fromPoints, mergeBuckets, type Bucket } from '../roll-up.js';
import { decodeBuckets, encodeBuckets, MOST_BLOCK_BUCKETS } from './bucket-block.js';
import { coarserColumns, columnsWhere, columnsWithin, joinedColumns } from './cut-columns.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = Date.UTC(2026, 3, 14);

const VALUES: readonly ((next: () => number) => number)[] = [
  (next) => Number((20 + next() * 5).toFixed(1)),
  (next) => Number(((next() - 0.5) * 1e3).toFixed(3)),
  (next) => Math.floor(next() * 4),
  (next) => Math.fround(next() * 100),
  (next) => (next() - 0.5) * 10 ** Math.floor(next() * 300),
  (next) => [0, -0, 1e290, -1e290, 0.1, Number.MIN_VALUE][Math.floor(next() * 6)] ?? 0,
];

/** What is kept of points that came every so often, some of them left out. */
function anyMinutes(seed: number): BucketColumns {
  const next = random(seed);
  const value = VALUES[seed % VALUES.length] as (next: () => number) => number;
  const stepMs = [1_000, 10_000, MINUTE_MS, 7_000.25][Math.floor(next() * 4)] as number;
  const points: Point[] = [];
  for (let atMs = DAY_MS + Math.floor(next() * 600) * MINUTE_MS; atMs < DAY_MS + 24 * 60 * MINUTE_MS && points.length < 3_000; atMs += stepMs * (next() < 0.02 ? 200 : 1)) points.push({ atMs, value: value(next) });
  return columnsOfBuckets(fromPoints(points, MINUTE_MS), FIGURES);
}

/** Equality to the bit: 0 is not −0. */
function isSame(a: BucketColumns, b: BucketColumns): boolean {
  const same = (some: Float64Array, others: Float64Array | undefined): boolean => some.length === others?.length && some.every((value, i) => Object.is(value, others[i]));
  return same(a.fromMs, b.fromMs) && Object.keys(a.figures).join() === Object.keys(b.figures).join() && FIGURES.every((figure) => !a.figures[figure] || same(a.figures[figure], b.figures[figure]));
}

const everySecond = (value: (i: number) => number): BucketColumns => columnsOfBuckets(fromPoints(Array.from({ length: 86_400 }, (_, i) => ({ atMs: DAY_MS + i * 1_000, value: value(i) })), MINUTE_MS), FIGURES);

const encoded = (minutes: BucketColumns): Uint8Array => encodeBuckets(minutes, MINUTE_MS);
const decoded = (bytes: Uint8Array, figures: readonly Figure[] = FIGURES): BucketColumns => decodeBuckets(bytes, MINUTE_MS, figures);

describe('aggregates at rest', () => {
  it.each(Array.from({ length: 120 }, (_, seed) => seed))('come back bit for bit (%i)', (seed) => {
    const minutes = anyMinutes(seed);
    expect(isSame(sorted(decoded(encoded(minutes), FIGURES)), sorted(minutes))).toBe(true);
  });

  it('come back of hours as well', () => {
    const hours = columnsOfBuckets(fromPoints(Array.from({ length: 9_000 }, (_, i) => ({ atMs: DAY_MS + i * 9_000.5, value: (i % 50) / 10 })), HOUR_MS), FIGURES);
    expect(isSame(sorted(decodeBuckets(encodeBuckets(hours, HOUR_MS), HOUR_MS, FIGURES)), sorted(hours))).toBe(true);
    expect(() => encoded(columnsOfBuckets(fromPoints([{ atMs: DAY_MS + HOUR_MS / 2, value: 1 }], HOUR_MS), FIGURES))).toThrow(expect.objectContaining({ code: 'TELEMETRY.BLOCK_INPUT' }));
  });

  it.each(FIGURES)('give %s alone as they give it among all', (figure) => {
    for (const seed of [1, 2, 3, 14]) {
      const bytes = encoded(anyMinutes(seed));
      expect(decoded(bytes, [figure])).toEqual({ fromMs: decoded(bytes, FIGURES).fromMs, figures: { [figure]: decoded(bytes, FIGURES).figures[figure] } });
    }
  });

  it('take few bytes: of a day of decimals every second, and next to none where each minute has one point', () => {
    const next = random(7);
    let walked = 600;
    const day = everySecond(() => Number(((walked += Math.round(next() * 6 - 3)) / 10).toFixed(1)));
    expect(encoded(day).length).toBeLessThan(1_440 * 18);
    const one = columnsOfBuckets(fromPoints(Array.from({ length: 1_440 }, (_, i) => ({ atMs: DAY_MS + i * MINUTE_MS + 2_500, value: 20 + (i % 7) })), MINUTE_MS), FIGURES);
    expect(encoded(one).length).toBeLessThan(1_500);
  });

  it('hold sums that rounding moved by a few units in the last place, and some that it did not', () => {
    const sums = everySecond((i) => [0.1, 0.2, 0.3, 0.7][i % 4] ?? 0);
    expect(sums.figures.sum?.[0]).not.toBe(19.5);
    expect(isSame(sorted(decoded(encoded(sums), FIGURES)), sorted(sums))).toBe(true);
  });

  it('are refused where they are none', () => {
    const bucket: Bucket = { ...aggregateOf({ atMs: DAY_MS, value: 1 }), fromMs: DAY_MS };
    const of = (...buckets: Bucket[]) => columnsOfBuckets(buckets, FIGURES);
    for (const wrong of [of(), of({ ...bucket, fromMs: DAY_MS + 1 }), of(bucket, bucket), of({ ...bucket, lastAtMs: DAY_MS + MINUTE_MS }), of({ ...bucket, firstAtMs: DAY_MS - 1 }), of(...Array.from({ length: MOST_BLOCK_BUCKETS + 1 }, (_, i) => ({ ...bucket, fromMs: i * MINUTE_MS, firstAtMs: i * MINUTE_MS, lastAtMs: i * MINUTE_MS })))]) {
      expect(() => encoded(wrong)).toThrow(expect.objectContaining({ code: 'TELEMETRY.BLOCK_INPUT' }));
    }
  });

  it('that are damaged give an error or the same, never another length or a crash', () => {
    const next = random(5);
    const bytes = encoded(anyMinutes(8));
    for (let round = 0; round < 2_000; round += 1) {
      const damaged = round % 3 === 0 ? bytes.slice(0, Math.floor(next() * bytes.length)) : bytes.slice();
      if (round % 3 !== 0) damaged[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      try {
        expect(decoded(damaged, FIGURES).fromMs.length).toBeLessThanOrEqual(MOST_BLOCK_BUCKETS);
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^TELEMETRY\.BLOCK_(DAMAGED|VERSION)$/);
      }
    }
  });
});

describe('buckets in columns', () => {
  const buckets = mergeBuckets(fromPoints(Array.from({ length: 500 }, (_, i) => ({ atMs: DAY_MS + i * 17_000, value: (i * 37) % 101 })), MINUTE_MS), MINUTE_MS);
  const columns = columnsOfBuckets(buckets, FIGURES);

  it('are cut by when they begin', () => {
    const [from, to] = [DAY_MS + 10 * MINUTE_MS, DAY_MS + 20 * MINUTE_MS];
    const some = columnsOfBuckets(buckets.filter(({ fromMs }) => fromMs >= from && fromMs < to), FIGURES);
    expect(isSame(columnsWithin(columns, from, to), some)).toBe(true);
    expect(isSame(columnsWhere(columns, (startMs) => startMs >= from && startMs < to), some)).toBe(true);
    expect(columnsWithin(columns, 0, DAY_MS).fromMs).toHaveLength(0);
  });

  it('are joined in order of time, the later part before the earlier', () => {
    const [head, tail] = [columnsWithin(columns, 0, DAY_MS + 30 * MINUTE_MS), columnsWithin(columns, DAY_MS + 30 * MINUTE_MS, Infinity)];
    expect(isSame(joinedColumns([tail, head]), columns)).toBe(true);
    const over = columnsOfBuckets([{ ...(buckets[3] as Bucket), count: 99 }], FIGURES);
    expect(joinedColumns([columns, over]).figures.count?.[3]).toBe(99);
    expect(joinedColumns([over, columns]).figures.count?.[3]).toBe(buckets[3]?.count);
  });

  it('become wider as buckets are merged, leaving out what belongs nowhere', () => {
    const wide = 7 * MINUTE_MS;
    const expected = columnsOfBuckets(mergeBuckets(buckets, wide), FIGURES);
    expect(isSame(coarserColumns(columns, (startMs) => Math.floor(startMs / wide) * wide), expected)).toBe(true);
    expect(coarserColumns(columns, (startMs) => (startMs < DAY_MS + MINUTE_MS ? undefined : 0)).figures.count).toEqual(Float64Array.of(buckets.slice(1).reduce((sum, { count }) => sum + count, 0)));
  });
});

/** Figures in one order. */
function sorted({ fromMs, figures }: BucketColumns): BucketColumns {
  return { fromMs, figures: Object.fromEntries(FIGURES.map((figure) => [figure, figures[figure]])) };
}
