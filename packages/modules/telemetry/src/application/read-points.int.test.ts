import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantTx } from '@tenon/db';
import { isoDate, localTimeAt } from '@tenon/domain/energy';
import type { TenantActor } from '@tenon/domain/identity';
import { aggregateOf, mergeAggregates, type Point } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { NaiveStore } from '../testing/naive-store.js';
import { random } from '../testing/random.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

/** The day before Berlin's clocks go forward, in a week that also ends a month. */
const FROM = Date.UTC(2026, 2, 28, 12);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
let machine: TestMachine;
let seriesId: number;
const naive = new NaiveStore();

const inside = <Result>(work: (tx: TenantTx) => Promise<Result>, actor: TenantActor = world.a.actor) => world.db.tenant.transaction(actor, work);

beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
  machine = await world.a.machine('meter');
  const next = random(11);
  const messages: TestMessage[] = Array.from({ length: 1_500 }, (): TestMessage => ({
    atMs: FROM + next(5 * 24 * 60) * MINUTE_MS + (next(4) === 0 ? 0.5 : 0),
    values: next(3) ? { kwh: next(15) === 0 ? 'fault' : next(800) / 8, x: 1 } : { kwh: next(800) / 8 },
  }));
  const halves = [messages.slice(0, 1_480), messages.slice(1_480)];
  for (const half of halves) {
    naive.add(half);
    await world.writer.write(machine, half);
    if (half === halves[0]) await cases.rollUpBefore(FROM + 3.3 * DAY_MS);
  }
  seriesId = await world.writer.seriesId(machine, 'kwh', 0);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

describe('ReadPoints', () => {
  it('gives the numbers of a range, oldest first, each stamp once', async () => {
    const range = { fromMs: FROM + 7 * HOUR_MS, toMs: FROM + 70 * HOUR_MS };
    const wanted = naive.numbers('kwh').filter(({ atMs }) => atMs >= range.fromMs && atMs < range.toMs);
    expect(await inside((tx) => cases.readPoints.seriesPoints(tx, seriesId, range))).toEqual(wanted);
  });

  it('finds the neighbours of an instant', async () => {
    const numbers = naive.numbers('kwh');
    for (const index of [0, 1, 400, numbers.length - 1]) {
      const at = numbers[index] as Point;
      expect(await inside((tx) => cases.readPoints.previousPoint(tx, seriesId, at.atMs))).toEqual(numbers[index - 1] ?? null);
      expect(await inside((tx) => cases.readPoints.nextPoint(tx, seriesId, at.atMs))).toEqual(at);
      expect(await inside((tx) => cases.readPoints.nextPoint(tx, seriesId, at.atMs + 0.001))).toEqual(numbers[index + 1] ?? null);
    }
  });

  it('looks past any number of points that are no numbers', async () => {
    const patchy = await world.a.machine('patchy');
    const texts = Array.from({ length: 200 }, (_, minute) => ({ atMs: FROM + (minute + 1) * MINUTE_MS, values: { v: 'n/a' } }));
    await world.writer.write(patchy, [{ atMs: FROM, values: { v: 1 } }, ...texts, { atMs: FROM + 300 * MINUTE_MS, values: { v: 2 } }]);
    const id = await world.writer.seriesId(patchy, 'v', 0);
    expect(await inside((tx) => cases.readPoints.previousPoint(tx, id, FROM + 299 * MINUTE_MS))).toEqual({ atMs: FROM, value: 1 });
    expect(await inside((tx) => cases.readPoints.nextPoint(tx, id, FROM + 1))).toEqual({ atMs: FROM + 300 * MINUTE_MS, value: 2 });
  });

  it('knows the first and the last stamp', async () => {
    const points = naive.points('kwh');
    expect(await inside((tx) => cases.readPoints.seriesExtent(tx, seriesId))).toEqual({ fromMs: points[0]?.atMs, toMs: points.at(-1)?.atMs });
    const silent = await world.writer.seriesId(await world.a.machine('silent'), 'v', 0);
    expect(await inside((tx) => cases.readPoints.seriesExtent(tx, silent))).toBeNull();
  });

  it('serves an app only what it was granted, and no other company', async () => {
    const range = { fromMs: FROM, toMs: FROM + DAY_MS };
    const read = (tx: TenantTx) => cases.readPoints.seriesPoints(tx, seriesId, range);
    expect((await inside(read, world.a.app('telemetry:read'))).length).toBeGreaterThan(0);
    await expect(inside(read, world.a.app('device:read'))).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
    await expect(inside((tx) => cases.readPoints.dailyAggregates(tx, [seriesId], 'UTC', range), world.a.app())).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
    for (const ask of [read, (tx: TenantTx) => cases.readPoints.seriesExtent(tx, seriesId), (tx: TenantTx) => cases.readPoints.dailyAggregates(tx, [seriesId], 'UTC', range), (tx: TenantTx) => cases.series.get(tx, seriesId)]) {
      await expect(inside<unknown>(ask, world.b.actor)).rejects.toMatchObject({ code: 'SERIES.NOT_FOUND' });
    }
  });
});

describe('dailyAggregates', () => {
  it.each(['Asia/Shanghai', 'Asia/Kolkata', 'Europe/Berlin', 'Pacific/Chatham'])('is exact for every local day of %s, rolled up or not', async (timeZone) => {
    const byDay = new Map<string, Point[]>();
    for (const point of naive.numbers('kwh')) {
      const on = isoDate(localTimeAt(timeZone, point.atMs).localDay);
      byDay.set(on, [...(byDay.get(on) ?? []), point]);
    }
    const rows = await inside((tx) => cases.readPoints.dailyAggregates(tx, [seriesId], timeZone, { fromMs: FROM, toMs: FROM + 5 * DAY_MS }));
    expect(rows.map(({ on }) => on)).toEqual([...byDay.keys()].sort());
    for (const { on, fromMs: _, mean, seriesId: id, ...aggregate } of rows) {
      const wanted = (byDay.get(on) ?? []).map(aggregateOf).reduce(mergeAggregates);
      expect([id, aggregate, mean]).toEqual([seriesId, { ...wanted, sum: expect.closeTo(wanted.sum, 6) }, expect.closeTo(wanted.sum / wanted.count, 9)]);
    }
  });

  it('gives whole days for a range within one, and nothing for an empty range', async () => {
    const rows = await inside((tx) => cases.readPoints.dailyAggregates(tx, [seriesId], 'UTC', { fromMs: FROM + DAY_MS, toMs: FROM + DAY_MS + 1 }));
    const wanted = naive.numbers('kwh').filter(({ atMs }) => atMs >= Date.UTC(2026, 2, 29) && atMs < Date.UTC(2026, 2, 30));
    expect(rows).toMatchObject([{ on: '2026-03-29', count: wanted.length, fromMs: Date.UTC(2026, 2, 29) }]);
    await expect(inside((tx) => cases.readPoints.dailyAggregates(tx, [seriesId], 'UTC', { fromMs: FROM, toMs: FROM }))).rejects.toMatchObject({ code: 'TELEMETRY.RANGE_INVALID' });
  });
});
