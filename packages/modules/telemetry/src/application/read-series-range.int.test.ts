import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bucketStartMs, meanOf, planBuckets, type Bucket } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { NaiveStore } from '../testing/naive-store.js';
import { random } from '../testing/random.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

const FROM = Date.UTC(2026, 4, 30, 10);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const read = (seriesIds: number[], range: TimeRange, maxPoints: number) => cases.readSeriesRange.execute(world.a.actor, { seriesIds, range, maxPoints });
const idOf = (machine: TestMachine, key: string) => world.writer.seriesId(machine, key, 0);

/** What a chart should show, from the plain store. */
function expected(naive: NaiveStore, key: string, range: TimeRange, maxPoints: number): Bucket[] {
  const plan = planBuckets({ range, maxPoints });
  return naive.buckets(key, plan.widthMs).filter(({ fromMs }) => fromMs >= plan.fromMs && fromMs < plan.toMs);
}

/** Messages over three days at 20 s to 3 min, in several shapes, now and then repeated or no number. */
function messages(seed: number): TestMessage[] {
  const next = random(seed);
  const keySets = [['t'], ['t', 'p'], ['p', 't']];
  const stamps = Array.from({ length: 2_500 }, () => FROM + next(3 * 24 * 180) * 20 * SECOND_MS + (next(5) === 0 ? 0.125 : 0));
  return stamps.map((atMs) => ({ atMs, values: Object.fromEntries((keySets[next(3)] ?? []).map((key) => [key, next(40) === 0 ? 'off' : next(4_000) / 8])) }));
}

describe('ReadSeriesRange', () => {
  it('shows what a plain recomputation shows, at any zoom, however much is rolled up', async () => {
    const machine = await world.a.machine('zoom');
    const naive = new NaiveStore();
    const next = random(99);
    for (const [index, batch] of [messages(1), messages(2).slice(0, 300)].entries()) {
      naive.add(batch);
      await world.writer.write(machine, batch);
      for (const rolledUpTo of [FROM, FROM + 26.5 * HOUR_MS, FROM + 4 * DAY_MS].slice(index)) {
        await cases.rollUpBefore(rolledUpTo);
        for (let round = 0; round < 25; round += 1) {
          const fromMs = FROM - HOUR_MS + next(3 * DAY_MS);
          const range = { fromMs, toMs: fromMs + MINUTE_MS + next(2 ** (17 + next(12))) };
          const maxPoints = 10 + next(300);
          const [shown] = await read([await idOf(machine, 't')], range, maxPoints);
          const wanted = expected(naive, 't', range, maxPoints);
          const isPoints = wanted.every(({ count }) => count === 1);
          expect(shown).toEqual({
            seriesId: await idOf(machine, 't'),
            resolution: planBuckets({ range, maxPoints }).source,
            bucketMs: isPoints ? null : planBuckets({ range, maxPoints }).widthMs,
            at: wanted.map(({ fromMs, lastAtMs }) => (isPoints ? lastAtMs : fromMs)),
            min: wanted.map(({ min }) => min),
            max: wanted.map(({ max }) => max),
            mean: wanted.map((bucket) => expect.closeTo(meanOf(bucket), 9)),
            last: wanted.map(({ last }) => last),
            count: wanted.map(({ count }) => count),
          });
        }
      }
    }
  }, 60_000);

  it('never lags: a point stored a moment ago is in the year', async () => {
    const machine = await world.a.machine('now');
    await world.writer.write(machine, Array.from({ length: 50 }, (_, hour) => ({ atMs: FROM + hour * HOUR_MS, values: { t: hour } })));
    await cases.rollUpBefore();
    const range = { fromMs: FROM - 200 * DAY_MS, toMs: FROM + 165 * DAY_MS };
    await world.writer.write(machine, [{ atMs: FROM + 49 * HOUR_MS + 90 * SECOND_MS, values: { t: 1_000 } }]);
    const [shown] = await read([await idOf(machine, 't')], range, 400);
    expect(shown).toMatchObject({ resolution: 'hour', bucketMs: DAY_MS, at: [0, 1, 2].map((day) => bucketStartMs(FROM, DAY_MS) + day * DAY_MS) });
    expect([shown?.last.at(-1), shown?.max.at(-1), shown?.count.at(-1)]).toEqual([1_000, 1_000, 13]);
  });

  it('reads sixteen series at once, in the order asked for, the same one twice if asked twice', async () => {
    const machine = await world.a.machine('many');
    const keys = Array.from({ length: 15 }, (_, index) => `k${index}`);
    await world.writer.write(machine, [{ atMs: FROM, values: Object.fromEntries(keys.map((key, index) => [key, index])) }]);
    const ids = await Promise.all([...keys.reverse(), 'k3'].map((key) => idOf(machine, key)));
    const shown = await read(ids, { fromMs: FROM, toMs: FROM + HOUR_MS }, 100);
    expect(shown.map(({ seriesId, last }) => [seriesId, last[0]])).toEqual(ids.map((id, index) => [id, index < 15 ? 14 - index : 3]));
    await expect(read([...ids, 1], { fromMs: FROM, toMs: FROM + 1 }, 100)).rejects.toMatchObject({ code: 'SERIES.TOO_MANY' });
    await expect(read([], { fromMs: FROM, toMs: FROM + 1 }, 100)).rejects.toMatchObject({ code: 'SERIES.TOO_MANY' });
    await expect(read(ids, { fromMs: FROM, toMs: FROM + 1 }, 9)).rejects.toMatchObject({ code: 'TELEMETRY.POINTS_INVALID' });
  });

  it('can be read where values are so large that no double holds their sum', async () => {
    const machine = await world.a.machine('huge');
    await world.writer.write(machine, [0, 1, 61].map((second) => ({ atMs: FROM + second * SECOND_MS, values: { t: 1.7e308 } })));
    const seriesId = await idOf(machine, 't');
    const ask = () => read([seriesId], { fromMs: FROM, toMs: FROM + HOUR_MS }, 10);
    const [before] = await ask();
    await cases.rollUpBefore();
    expect([before?.count, before?.max]).toEqual([[3], [1.7e308]]);
    expect((await ask())[0]).toEqual(before);
  });

  it('shows nothing of a series without numbers, and a gap as a gap', async () => {
    const machine = await world.a.machine('gaps');
    await world.writer.write(machine, [0, 1, 50].map((minute) => ({ atMs: FROM + minute * MINUTE_MS, values: { t: minute, state: 'on' } })));
    const shown = await read([await idOf(machine, 't'), await world.writer.seriesId(machine, 'state', 'on')], { fromMs: FROM, toMs: FROM + HOUR_MS }, 60);
    expect(shown.map(({ at }) => at)).toEqual([[0, 1, 50].map((minute) => FROM + minute * MINUTE_MS), []]);
  });

  it("does not know another company's series, nor one that never was", async () => {
    const machine = await world.b.machine('theirs');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    for (const id of [await idOf(machine, 't'), 2_000_000_000]) {
      await expect(read([id], { fromMs: FROM, toMs: FROM + HOUR_MS }, 60)).rejects.toMatchObject({ kind: 'not-found', code: 'SERIES.NOT_FOUND' });
    }
  });

  it('is denied to an app that was not granted it', async () => {
    const question = { seriesIds: [1], range: { fromMs: 0, toMs: 1 }, maxPoints: 10 };
    await expect(cases.readSeriesRange.execute(world.a.app('device:read'), question)).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
  });
});
