import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantActor } from '@tenon/domain/identity';
import { columnsOfBuckets, FIGURES, fromPoints, type BlockPoints, type BucketColumns, type MetricValue } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import type { LastValue } from '../persistence/query/last-value.repository.js';
import type { TelemetryStore } from '../store/telemetry-store.js';
import { NaiveStore } from './naive-store.js';
import { random } from './random.js';
import type { TestMessage } from './telemetry-writer.js';

/** A store with a machine of each of two companies. */
export interface StoreUnderTest {
  readonly store: TelemetryStore;
  readonly a: TenantActor;
  readonly b: TenantActor;
  seriesId(of: 'a' | 'b', key: string): Promise<number>;
  write(to: 'a' | 'b', messages: readonly TestMessage[]): Promise<void>;
  /** What runs behind the back of whoever reads: rolling up, moving into blocks, merging. */
  keep(): Promise<void>;
  forget(seriesIds: readonly number[], range: TimeRange): Promise<void>;
  close(): Promise<void>;
}

const FROM = Date.UTC(2026, 4, 4);
const WHOLE: TimeRange = { fromMs: 0, toMs: Date.UTC(2100, 0) };
const VALUES: readonly MetricValue[] = [0.1, -0, 1e308, 5e-324, 123_456_789.123_456_79, 0.1 + 0.2, 'a\tb\\n\n"c"', '', true, false, { deep: [1, 'x', null] }];

/** What every {@link TelemetryStore} does, whatever is behind it. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let under: StoreUnderTest;
    const naive = new NaiveStore();
    const next = random(41);
    let kw: number;
    let replaced: readonly number[];

    const write = async (messages: readonly TestMessage[]): Promise<void> => {
      naive.add(messages);
      await under.write('a', messages);
    };
    const message = (): TestMessage => ({ atMs: FROM + next(3 * DAY_MS) + (next(3) ? 0 : 0.125), values: { kw: next(12) ? next(4_000) / 8 : VALUES[next(VALUES.length)]!, ...(next(2) && { on: next(2) === 0 }) } });

    beforeAll(async () => {
      under = await open();
      await write(Array.from({ length: 600 }, message));
      await under.keep();
      // Late ones, some of which replace what is there.
      const again = naive.points('kw').filter((_, place) => place % 20 === 0).map(({ atMs }): TestMessage => ({ atMs, values: { kw: next(1_000) } }));
      replaced = again.map(({ atMs }) => atMs);
      await write([...Array.from({ length: 60 }, message), ...again]);
      // And those once more: where neither is at rest yet, one that stands in the same place replaces the other.
      await write(again.map(({ atMs }): TestMessage => ({ atMs, values: { kw: next(1_000) } })));
      await under.write('b', [{ atMs: FROM + HOUR_MS, values: { kw: 7 } }]);
      kw = await under.seriesId('a', 'kw');
    }, 60_000);
    afterAll(() => under.close());

    const ranges = Array.from({ length: 4 }, (): [TimeRange] => {
      const fromMs = FROM + next(2 * DAY_MS);
      return [{ fromMs, toMs: fromMs + 1 + next(2 * DAY_MS) }];
    });
    const shown = ({ atUs, num, rich }: BlockPoints): unknown[] => Array.from(atUs, (us, place) => ({ atMs: us / 1_000, value: rich?.[place] ? (JSON.parse(rich[place]!) as unknown) : num[place] }));
    const within = ({ fromMs, toMs }: TimeRange) => naive.points('kw').filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
    const told = ({ fromMs, figures }: BucketColumns): unknown => ({ fromMs: [...fromMs], figures: Object.fromEntries(Object.entries(figures).map(([figure, column]) => [figure, [...column]])) });
    /** Values so large that their sum is not one double alone are apart: the order of adding shows. */
    const numbers = (range: TimeRange) => within(range).filter((point): point is { atMs: number; value: number } => typeof point.value === 'number');
    const same = (found: BucketColumns | undefined, points: readonly { atMs: number; value: number }[], widthMs: number): void => {
      const wanted = columnsOfBuckets(fromPoints(points, widthMs).map((bucket) => ({ ...bucket, sum: Math.max(-1e290, Math.min(1e290, bucket.sum)) })), FIGURES);
      const { sum: foundSum, ...foundRest } = (told(found!) as { figures: Record<string, number[]> }).figures;
      const { sum, ...rest } = (told(wanted) as { figures: Record<string, number[]> }).figures;
      expect([...found!.fromMs]).toEqual([...wanted.fromMs]);
      expect(foundRest).toEqual(rest);
      for (const [place, value] of sum!.entries()) expect(Math.abs(foundSum![place]! - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-12 + 1e-9);
    };

    it.each(ranges)('gives the points of %j, each stamp once with the value that came last, to its last bit', async (range) => {
      expect(shown(await under.store.points(under.a, kw, range, 100_000))).toEqual(within(range));
    });

    it('gives no more than it is asked for, the oldest', async () => {
      expect(shown(await under.store.points(under.a, kw, WHOLE, 17))).toEqual(naive.points('kw').slice(0, 17));
    });

    it.each(ranges)('sums %j up by any width', async (range) => {
      for (const [widthMs, coarsest] of [[7 * MINUTE_MS, 'minute'], [45_000, 'raw'], [3 * HOUR_MS, 'hour']] as const) {
        const found = await under.store.buckets(under.a, { seriesIds: [kw], range, coarsest, binning: { widthMs }, figures: FIGURES });
        same(found.get(kw), numbers(range), widthMs);
      }
    });

    it('sums up a few minutes in which one replaced another, of which the last counts', async () => {
      for (const atMs of replaced) {
        const range = { fromMs: atMs - MINUTE_MS, toMs: atMs + MINUTE_MS };
        const found = await under.store.buckets(under.a, { seriesIds: [kw], range, coarsest: 'raw', binning: { widthMs: 45_000 }, figures: FIGURES });
        same(found.get(kw), numbers(range), 45_000);
      }
    });

    it('sums up between any edges', async () => {
      const edgesMs = [FROM + 1_234, FROM + 7 * HOUR_MS + 1, FROM + 2 * DAY_MS];
      const found = await under.store.buckets(under.a, { seriesIds: [kw], range: { fromMs: edgesMs[0]!, toMs: edgesMs[2]! }, coarsest: 'hour', binning: { edgesMs }, figures: ['count', 'max'] });
      const of = (place: number) => numbers({ fromMs: edgesMs[place]!, toMs: edgesMs[place + 1]! });
      expect(told(found.get(kw)!)).toEqual({ fromMs: edgesMs.slice(0, 2), figures: { count: [of(0).length, of(1).length], max: [0, 1].map((place) => Math.max(...of(place).map(({ value }) => value))) } });
    });

    it.each([0.1, 1, 1.7, 2.5, 9].map((days) => [days]))('knows the last value %d days on', async (days) => {
      const atMs = FROM + days * DAY_MS;
      const last = naive.points('kw').findLast((point) => point.atMs <= atMs);
      const wanted: LastValue[] = last ? [{ seriesId: kw, ...last }] : [];
      expect(await under.store.last(under.a, [kw], { atMs, notBeforeMs: 0 })).toEqual(wanted);
      expect(await under.store.last(under.a, [kw], { atMs, notBeforeMs: atMs - MINUTE_MS })).toEqual(wanted.filter((value) => value.atMs >= atMs - MINUTE_MS));
    });

    it('knows the last value of all', async () => {
      expect(await under.store.last(under.a, [kw], { atMs: null, notBeforeMs: 0 })).toEqual([{ seriesId: kw, ...naive.points('kw').at(-1)! }]);
    });

    it('shows a company nothing of another, whatever ids it asks about', async () => {
      const ofB = await under.seriesId('b', 'kw');
      const nothing = async (ask: () => Promise<{ size?: number; length?: number; atUs?: Float64Array }>): Promise<boolean> => {
        const found = await ask().catch((error: { code: string }) => error);
        return 'code' in found ? found.code === 'SERIES.NOT_FOUND' : (found.size ?? found.length ?? found.atUs?.length) === 0;
      };
      expect(await nothing(() => under.store.points(under.a, ofB, WHOLE, 10))).toBe(true);
      expect(await nothing(() => under.store.last(under.a, [ofB], { atMs: null, notBeforeMs: 0 }))).toBe(true);
      expect(await nothing(() => under.store.last(under.a, [ofB], { atMs: FROM + 9 * DAY_MS, notBeforeMs: 0 }))).toBe(true);
      expect(await nothing(async () => ({ size: (await under.store.buckets(under.a, { seriesIds: [ofB], range: { fromMs: FROM, toMs: FROM + DAY_MS }, coarsest: 'raw', binning: { widthMs: DAY_MS }, figures: ['count'] })).size }))).toBe(true);
    });

    it('forgets a range of a series and nothing else; what comes after stays', async () => {
      const gone = { fromMs: FROM + 5 * HOUR_MS, toMs: FROM + 30 * HOUR_MS };
      const on = await under.seriesId('a', 'on');
      const before = shown(await under.store.points(under.a, on, WHOLE, 100_000));
      await under.forget([kw], gone);
      const left = naive.points('kw').filter(({ atMs }) => atMs < gone.fromMs || atMs >= gone.toMs);
      expect(shown(await under.store.points(under.a, kw, WHOLE, 100_000))).toEqual(left);
      expect(shown(await under.store.points(under.a, on, WHOLE, 100_000))).toEqual(before);
      await under.write('a', [{ atMs: gone.fromMs, values: { kw: 99 } }]);
      expect(shown(await under.store.points(under.a, kw, gone, 10))).toEqual([{ atMs: gone.fromMs, value: 99 }]);
      expect(shown(await under.store.points(under.b, await under.seriesId('b', 'kw'), WHOLE, 10))).toEqual([{ atMs: FROM + HOUR_MS, value: 7 }]);
    });
  });
}
