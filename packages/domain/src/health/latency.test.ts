import { expect, it } from '@jest/globals';
import { LATENCY_BUCKETS, latencyBucket, latencyQuantile } from './latency.js';

function counted(spans: readonly number[]): number[] {
  const buckets = Array.from({ length: LATENCY_BUCKETS }, () => 0);
  for (const ms of spans) buckets[latencyBucket(ms)]! += 1;
  return buckets;
}

it('spans fall into buckets in their order, the shortest and the longest into the ends', () => {
  expect([0, 0.5, 0.6, 1, 1.01, 2, 600_000, Infinity].map(latencyBucket)).toEqual([0, 0, 1, 3, 4, 6, 60, 60]);
});

it.each([0.5, 0.95, 0.99, 1])('the quantile %d of a thousand spans is never too low, and at most a quarter too high', (share) => {
  const spans = Array.from({ length: 1_000 }, (_, n) => 1.37 * 1.008 ** n);
  const exact = spans[Math.ceil(1_000 * share) - 1]!;
  const read = latencyQuantile(counted(spans), share, spans.at(-1)!);
  expect(read).toBeGreaterThanOrEqual(exact);
  expect(read).toBeLessThanOrEqual(exact * 1.26);
});

it('of one span all quantiles are that span, and of none nothing', () => {
  expect([latencyQuantile(counted([73]), 0.5, 73), latencyQuantile(counted([73]), 0.99, 73), latencyQuantile(counted([]), 0.5, 0)]).toEqual([73, 73, 0]);
});

it('counts of several processes are added up', () => {
  const [fast, slow] = [counted([1, 1, 1]), counted([100])];
  expect(latencyQuantile(fast.map((each, n) => each + slow[n]!), 0.99, 100)).toBe(100);
});
