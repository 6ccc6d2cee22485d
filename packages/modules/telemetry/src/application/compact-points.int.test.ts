import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantTx } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import type { MetricValue } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, tenantId, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { NaiveStore } from '../testing/naive-store.js';
import { random } from '../testing/random.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { CompactPoints } from './compact-points.js';
import { MovePoints } from './move-points.js';

/** The end of a month is within. */
const FROM = Date.UTC(2026, 3, 29, 18);
const ALL: TimeRange = { fromMs: FROM - DAY_MS, toMs: FROM + 9 * DAY_MS };

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const idOf = (machine: TestMachine, key: string) => world.writer.seriesId(machine, key, 0);
const rowsOf = async ({ deviceId }: TestMachine) => Number((await world.database.sql<{ n: string }>(`SELECT count(*) AS n FROM telemetry t JOIN telemetry_shape s ON s.id = t.shape_id WHERE s.device_id = $1`, [deviceId]))[0]?.n);
const rollUpRowsOf = async ({ deviceId }: TestMachine) =>
  (await world.database.sql(`SELECT 1 FROM (SELECT series_id FROM telemetry_minute UNION ALL SELECT series_id FROM telemetry_hour) r JOIN series s ON s.id = r.series_id WHERE s.device_id = $1`, [deviceId])).length;
const blocksOf = async ({ deviceId }: TestMachine) =>
  world.database.sql<{ key: string; count: number; at: Date; through: Date }>(`SELECT s.key, b.count, b.at, b.through_at AS through FROM telemetry_block b JOIN series s ON s.id = b.series_id WHERE s.device_id = $1 ORDER BY s.key, b.at`, [deviceId]);

/** Values of all kinds, over two and a half days, across shapes: repeated stamps, microseconds, and what no decimal gives. */
function messages(seed: number, count: number): TestMessage[] {
  const next = random(seed);
  const keySets = [['t'], ['t', 'p'], ['p', 't'], ['s'], ['t', 's', 'p']];
  const odd: MetricValue[] = ['fault', true, { a: [1, 'x'], b: null }, -0, 1 / 3, 1e20, 5e-7, '"', 1e15, 123_456.75];
  const value = (): MetricValue => (next(6) === 0 ? (odd[next(odd.length)] ?? 0) : next(1_000) / 8);
  return Array.from({ length: count }, () => ({
    atMs: FROM + next(60 * 12) * 5 * MINUTE_MS + next(3) * SECOND_MS + (next(3) === 0 ? 0.25 : 0),
    values: Object.fromEntries((keySets[next(keySets.length)] ?? []).map((key) => [key, key === 's' ? ['on', 'off', 'fault'][next(3)] ?? '' : value()])),
  }));
}

/** Everything that anybody is shown of a machine. */
async function shown(machine: TestMachine) {
  const reader = world.a.app('telemetry:read');
  const ids = await Promise.all(['t', 'p', 's'].map((key) => idOf(machine, key)));
  const [t = 0, , s = 0] = ids;
  const inOne = <Result>(ask: (tx: TenantTx) => Promise<Result>) => world.db.tenant.transaction(reader, ask);
  const lines: string[] = [];
  await inOne(async (tx) => {
    for (const id of ids) for await (const piece of cases.pointLines.execute(tx, id, new Date(Date.UTC(9000, 0)))) lines.push(...piece);
  });
  const listed = async (after: string | null): Promise<unknown[]> => {
    const { nodes, endCursor, hasNextPage } = await cases.listPoints.execute(reader, { seriesId: t, range: ALL, first: 90, after }).then((page) => ({ ...page, ...(page as { pageInfo?: { endCursor: string | null; hasNextPage: boolean } }).pageInfo }));
    return [...nodes, ...(hasNextPage && endCursor ? await listed(endCursor) : [])];
  };
  return {
    listed: await listed(null),
    lines,
    numbers: await inOne((tx) => cases.readPoints.seriesPoints(tx, t, ALL)),
    before: await inOne((tx) => Promise.all([1, 13, 40].map((hours) => cases.readPoints.previousPoint(tx, t, FROM + hours * HOUR_MS)))),
    next: await inOne((tx) => Promise.all([0, 13, 40].map((hours) => cases.readPoints.nextPoint(tx, t, FROM + hours * HOUR_MS)))),
    extent: await inOne((tx) => cases.readPoints.seriesExtent(tx, t)),
    days: await inOne((tx) => cases.readPoints.dailyAggregates(tx, ids.slice(0, 2), 'Asia/Shanghai', ALL)),
    states: await cases.listStateSpans.execute(reader, { seriesId: s, range: ALL, maxSpans: 2_000 }),
    mixed: await cases.listStateSpans.execute(reader, { seriesId: t, range: ALL, maxSpans: 2_000 }),
    overview: await cases.readSeriesOverview.execute(reader, { seriesId: t, maxPoints: 200 }),
    zoomed: await Promise.all([[7, 20], [31, 20], [300, 55], [3_000, 20]].map(([minutes = 0, hour = 0]) => cases.readSeriesRange.execute(reader, { seriesIds: ids, range: { fromMs: FROM + hour * HOUR_MS, toMs: FROM + hour * HOUR_MS + minutes * MINUTE_MS }, maxPoints: 500 }))),
    latest: (await cases.latestValues.ofDevices(reader, [machine.deviceId])).map(({ series, value }) => [series.key, value]),
  };
}

async function expectRolledUp(machine: TestMachine, naive: NaiveStore): Promise<void> {
  for (const [table, widthMs] of [['minute', MINUTE_MS], ['hour', HOUR_MS]] as const) {
    const stored = await storedRollUps(world, machine, table);
    for (const key of naive.keys()) expect(stored(key)).toEqual(naive.buckets(key, widthMs).map((bucket) => ({ ...bucket, sum: expect.closeTo(bucket.sum, 6) as unknown })));
  }
}

describe('CompactPoints', () => {
  it('changes nothing that anybody is shown: of any kind of value, across shapes, however much is in blocks, whatever came late', async () => {
    const machine = await world.a.machine('whole');
    await world.writer.write(machine, messages(1, 300));
    const rows = await shown(machine);
    const stamps = await rowsOf(machine);
    const sealed: number[] = [];
    for (const [beforeMs, most] of [[Date.UTC(2026, 3, 30), 100], [Date.UTC(2026, 4, 1), 400], [Date.UTC(2026, 4, 9), undefined]] as const) {
      expect(await cases.compact(machine, beforeMs, most)).toBeGreaterThan(0);
      expect(nearly(await shown(machine))).toEqual(nearly(rows));
      await cases.rollUpBefore(beforeMs - 7 * HOUR_MS);
      expect(nearly(await shown(machine))).toEqual(nearly(rows));
      // Of minutes, hours that are over and days that are; a day's block takes up what its hours were.
      for (const daysBeforeMs of [beforeMs - 2 * DAY_MS, beforeMs - DAY_MS]) {
        sealed.push(await cases.seal(beforeMs - 9 * HOUR_MS, Math.floor(daysBeforeMs / DAY_MS) * DAY_MS));
        expect(nearly(await shown(machine))).toEqual(nearly(rows));
      }
    }
    expect([stamps, await rowsOf(machine)]).toEqual([300, 0]);
    expect(sealed.map((blocks) => blocks > 0)).toEqual([false, false, true, true, true, false]);
    // Also of the very stamp with which the last block ends.
    const endsMs = Math.max(...(await blocksOf(machine)).map(({ through }) => through.getTime()));
    const late = [...messages(2, 60), { atMs: endsMs, values: { t: 77, s: 'late', p: 5 } }];
    await world.writer.write(machine, late);
    const twin = await world.a.machine('twin');
    await world.writer.write(twin, [...messages(1, 300), ...late]);
    const expected = ofOthers(await shown(twin));
    expect(ofOthers(await shown(machine))).toEqual(expected);
    expect(await cases.compact(machine)).toBeGreaterThan(0);
    expect(ofOthers(await shown(machine))).toEqual(expected);
    await cases.rollUpBefore();
    expect(ofOthers(await shown(machine))).toEqual(expected);
  }, 60_000);

  it('leaves roll-ups as rows alone would have them, whatever becomes dirty before, between and after', async () => {
    const machine = await world.a.machine('rolled');
    const naive = new NaiveStore();
    for (let round = 0; round < 5; round += 1) {
      // Five stamps of the first minutes each time, with other values: of those the later row wins over a block.
      const again = Array.from({ length: 5 }, (_, minute) => ({ atMs: FROM + minute * MINUTE_MS, values: { t: 100 * round + minute, p: -round } }));
      const batch = [...messages(110 + round, round === 0 ? 200 : 40), ...again];
      naive.add(batch);
      await world.writer.write(machine, batch);
      if (round % 2 === 0) await cases.compact(machine, FROM + (round + 1) * 12 * HOUR_MS, 150);
      if (round !== 3) await cases.rollUpBefore(undefined, round === 1 ? 50 : 5_000);
      if (round === 1) await expectRolledUp(machine, naive);
      await cases.seal(FROM + (round + 1) * 10 * HOUR_MS, Math.floor((FROM + round * 12 * HOUR_MS) / DAY_MS) * DAY_MS);
      if (round === 1) await expectRolledUp(machine, naive);
    }
    await cases.compact(machine);
    await cases.rollUpBefore();
    await expectRolledUp(machine, naive);
    await cases.seal();
    await expectRolledUp(machine, naive);
    expect(await rollUpRowsOf(machine)).toBe(0);
  }, 60_000);

  it('keeps blocks within their days, apart and few, however often something comes late', async () => {
    const machine = await world.a.machine('few');
    // What comes after the last block of a day; in the last round, what comes between.
    for (let round = 0; round < 6; round += 1) {
      await world.writer.write(machine, Array.from({ length: 40 }, (_, i) => ({ atMs: FROM + (round < 5 ? round * 40 + i : i * 5 + 0.5) * 10 * MINUTE_MS, values: { t: i } })));
      await cases.compact(machine, undefined, 25);
    }
    const blocks = await blocksOf(machine);
    expect(blocks.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-04-29', '2026-04-30', '2026-05-01']);
    for (const { at, through } of blocks) expect(through.toISOString().slice(0, 10)).toBe(at.toISOString().slice(0, 10));
    expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(240);
  });

  it('leaves the days that are not over, and has nothing more to do when done again', async () => {
    const machine = await world.a.machine('again');
    await world.writer.write(machine, [0, 1, 2].map((day) => ({ atMs: FROM + day * DAY_MS, values: { t: day } })));
    expect(await cases.compact(machine, Date.UTC(2026, 4, 1))).toBe(2);
    const [rows, blocks] = [await rowsOf(machine), await blocksOf(machine)];
    expect([rows, blocks.length]).toEqual([1, 2]);
    expect(await cases.compact(machine, Date.UTC(2026, 4, 1))).toBe(0);
    expect([await rowsOf(machine), await blocksOf(machine)]).toEqual([rows, blocks]);
  });

  it('moves nothing of another company’s machine', async () => {
    const theirs = await world.b.machine('theirs');
    await world.writer.write(theirs, [{ atMs: FROM, values: { t: 1 } }]);
    expect(await cases.compact({ ...theirs, tenantId: world.a.actor.tenantId })).toBe(0);
    expect([await rowsOf(theirs), await blocksOf(theirs)]).toEqual([1, []]);
  });

  it('leaves everything as it was when its connection dies on the way, and does it all the next time', async () => {
    const machine = await world.a.machine('dies');
    await world.writer.write(machine, Array.from({ length: 100 }, (_, i) => ({ atMs: FROM + i * MINUTE_MS, values: { t: i, s: 'on' } })));
    class Killed extends CompactionRepository {
      override async insert(tx: TenantTx, ...rest: Parameters<CompactionRepository['insert']> extends [unknown, ...infer Rest] ? Rest : never): Promise<void> {
        await super.insert(tx, ...rest);
        const [me] = await tx.sql<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await world.database.sql('SELECT pg_terminate_backend($1)', [me?.pid]);
      }
    }
    const killed = new Killed();
    const dying = new CompactPoints(world.db.tenant, killed, new MovePoints(killed)).execute(tenantId(machine.tenantId), { deviceId: machine.deviceId, beforeMs: ALL.toMs });
    await expect(dying).rejects.toThrow();
    expect([await rowsOf(machine), await blocksOf(machine)]).toEqual([100, []]);
    expect(await cases.compact(machine)).toBe(200);
    expect(await rowsOf(machine)).toBe(0);
  });
});

/** Sums of roll-ups are added up in another order. */
function nearly<Shown extends { days: { sum: number; mean: number }[]; zoomed: { mean: number[] }[][]; overview: { mean: number[] } }>(all: Shown) {
  const round = (value: number): number => Number(value.toPrecision(9));
  return {
    ...all,
    days: all.days.map((day) => ({ ...day, sum: round(day.sum), mean: round(day.mean) })),
    zoomed: all.zoomed.map((lines) => lines.map((line) => ({ ...line, mean: line.mean.map(round) }))),
    overview: { ...all.overview, mean: all.overview.mean.map(round) },
  };
}

/** Without what names the machine, so that two can be compared. */
function ofOthers(all: Awaited<ReturnType<typeof shown>>) {
  const { latest, ...rest } = nearly(all);
  const text = JSON.stringify(rest, (key, value: unknown) => (key === 'seriesId' ? undefined : value));
  return { latest: [...latest].sort(), rest: JSON.parse(text) as unknown };
}

describe('whoever reads while points are moved', () => {
  it('sees each of them once, whichever statements a compaction commits between', async () => {
    const machine = await world.a.machine('between');
    const sent = messages(31, 160);
    await world.writer.write(machine, sent);
    await cases.rollUpBefore(FROM + 20 * HOUR_MS);
    const naive = new NaiveStore();
    naive.add(sent);
    const seriesId = await idOf(machine, 't');
    /** Moves a little before each statement; a reader that asked for rows and blocks apart would see a point twice, or not at all. */
    const between = async <Result>(ask: (tx: TenantTx) => Promise<Result>): Promise<Result> =>
      world.db.tenant.transaction(world.a.app('telemetry:read'), (tx) =>
        ask(
          new Proxy(tx, {
            get: (target, name) => {
              const value: unknown = Reflect.get(target, name, target);
              if (typeof value !== 'function') return value;
              const method = value.bind(target) as (...args: unknown[]) => unknown;
              if (name !== 'sql') return method;
              return async (...args: unknown[]) => {
                await cases.compactPoints.execute(tenantId(machine.tenantId), { deviceId: machine.deviceId, beforeMs: ALL.toMs, mostPoints: 30 });
                return method(...args);
              };
            },
          }),
        ),
      );
    const numbers = naive.numbers('t');
    while ((await rowsOf(machine)) > 0) {
      expect(await between((tx) => cases.readPoints.seriesPoints(tx, seriesId, ALL))).toEqual(numbers);
      expect(await between((tx) => cases.readPoints.seriesExtent(tx, seriesId))).toEqual({ fromMs: naive.points('t')[0]?.atMs, toMs: naive.points('t').at(-1)?.atMs });
      const days = await between((tx) => cases.readPoints.dailyAggregates(tx, [seriesId], 'UTC', ALL));
      expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
      const lines: string[] = [];
      await between(async (tx) => {
        for await (const piece of cases.pointLines.execute(tx, seriesId, new Date(Date.UTC(9000, 0)))) lines.push(...piece);
      });
      expect(lines).toHaveLength(naive.points('t').length);
    }
  }, 60_000);

  it('waits with rolling up the company, and rolls up right after', async () => {
    const machine = await world.a.machine('waits');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    let moving: Promise<number> | undefined;
    await world.db.tenant.transaction(systemActor(world.a.actor.tenantId), async (tx) => {
      await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.roll-up ' || $1, 0))`, [tx.tenantId]);
      moving = cases.compact(machine);
      while ((await world.database.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length === 0);
      expect(await rowsOf(machine)).toBe(1);
    });
    expect(await moving).toBe(1);
    await cases.rollUpBefore();
    expect((await storedRollUps(world, machine, 'minute'))('t')).toMatchObject([{ count: 1, last: 1 }]);
  });
});
