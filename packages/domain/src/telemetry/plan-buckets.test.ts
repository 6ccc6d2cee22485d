import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { BUCKET_WIDTHS_MS, bucketStartMs, planBuckets } from './plan-buckets.js';

const FROM = Date.UTC(2026, 6, 1, 8);
const over = (lengthMs: number, maxPoints: number, fromMs = FROM) => planBuckets({ range: { fromMs, toMs: fromMs + lengthMs }, maxPoints });

describe('planBuckets', () => {
  it.each([
    [10 * MINUTE_MS, 600, 'raw', SECOND_MS],
    [HOUR_MS, 800, 'raw', 5 * SECOND_MS],
    [8 * HOUR_MS, 1_000, 'raw', 30 * SECOND_MS],
    [DAY_MS, 800, 'minute', 2 * MINUTE_MS],
    [7 * DAY_MS, 800, 'minute', 15 * MINUTE_MS],
    [30 * DAY_MS, 800, 'hour', HOUR_MS],
    [365 * DAY_MS, 400, 'hour', DAY_MS],
    [365 * DAY_MS, 14, 'hour', 30 * DAY_MS],
  ])('a range of %i ms in %i points reads %s by %i ms', (lengthMs, maxPoints, source, widthMs) => {
    expect(over(lengthMs, maxPoints)).toMatchObject({ source, widthMs });
  });

  it('covers any range in aligned buckets, no more than asked, and no narrower width would do', () => {
    for (let i = 1; i <= 400; i += 1) {
      const lengthMs = Math.round(1.04 ** i * 1_000 + i * 37);
      const [fromMs, maxPoints] = [FROM + i * 7_919, 1 + ((i * 131) % 900)];
      const plan = over(lengthMs, maxPoints, fromMs);
      expect(plan.count).toBeLessThanOrEqual(maxPoints);
      expect(plan.fromMs % plan.widthMs).toBe(0);
      expect(plan.fromMs).toBeLessThanOrEqual(fromMs);
      expect(plan.fromMs + plan.widthMs).toBeGreaterThan(fromMs);
      expect(plan.toMs).toBeGreaterThanOrEqual(fromMs + lengthMs);
      expect(plan.toMs - plan.widthMs).toBeLessThan(fromMs + lengthMs);
      expect((plan.toMs - plan.fromMs) / plan.widthMs).toBe(plan.count);
      const narrower = BUCKET_WIDTHS_MS.filter((widthMs) => widthMs < plan.widthMs).at(-1);
      const needed = narrower === undefined ? Infinity : Math.ceil((fromMs + lengthMs - bucketStartMs(fromMs, narrower)) / narrower);
      expect(needed).toBeGreaterThan(maxPoints);
    }
  });

  it('reads aggregates only in whole ones', () => {
    for (const widthMs of BUCKET_WIDTHS_MS) {
      if (widthMs >= MINUTE_MS) expect(widthMs % MINUTE_MS).toBe(0);
      if (widthMs >= HOUR_MS) expect(widthMs % HOUR_MS).toBe(0);
    }
  });

  it('puts any range into one bucket when one is allowed', () => {
    expect(planBuckets({ range: { fromMs: 0, toMs: FROM }, maxPoints: 1 })).toMatchObject({ fromMs: 0, count: 1 });
    expect(over(2 * SECOND_MS, 1).count).toBe(1);
  });
});

describe('the edges of planBuckets', () => {
  it('plans nothing past the clock', () => {
    const range = { fromMs: FROM, toMs: FROM + DAY_MS };
    const plan = planBuckets({ range, maxPoints: 500, nowMs: FROM + HOUR_MS });
    expect(plan).toMatchObject({ source: 'raw', widthMs: 10 * SECOND_MS, toMs: FROM + HOUR_MS });
    expect(planBuckets({ range: { fromMs: FROM + 1, toMs: FROM + DAY_MS }, maxPoints: 500, nowMs: FROM - 1 }).count).toBe(0);
  });

  it.each([
    [{ fromMs: 5, toMs: 5 }, 10, 'TELEMETRY.RANGE_INVALID'],
    [{ fromMs: -5, toMs: 5 }, 10, 'TELEMETRY.RANGE_INVALID'],
    [{ fromMs: Number.NaN, toMs: 5 }, 10, 'TELEMETRY.RANGE_INVALID'],
    [{ fromMs: 0, toMs: Infinity }, 10, 'TELEMETRY.RANGE_INVALID'],
    [{ fromMs: 0, toMs: 5 }, 0, 'TELEMETRY.POINTS_INVALID'],
    [{ fromMs: 0, toMs: 5 }, 1.5, 'TELEMETRY.POINTS_INVALID'],
  ])('refuses %j in %d points', (range, maxPoints, code) => {
    expect(() => planBuckets({ range, maxPoints })).toThrow(expect.objectContaining({ code }));
  });
});
