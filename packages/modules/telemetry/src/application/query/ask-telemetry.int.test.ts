import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AGGREGATE_NAMES, filledColumn, fromPoints, gridStarts, meanOf, type AggregateName, type Bucket, type BucketsQuestion, type FillRule, type MetricValue, type Point } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { BudgetedStore } from '../../store/budgeted-store.js';
import { askTelemetry, postgresStore, rowsOf, type AnsweredRow } from '../../testing/query-cases.js';
import { NaiveStore } from '../../testing/naive-store.js';
import { random } from '../../testing/random.js';
import { telemetryCases } from '../../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../../testing/telemetry-world.js';
import type { AskTelemetry } from './ask-telemetry.js';
import { ReadingBudget } from './reading-budget.js';

const FROM = Date.UTC(2026, 2, 3);
const NAMES = ['lathe 1', 'lathe 2', 'press'] as const;
const NO_FILL: FillRule = { kind: 'none', value: 0, maxGapMs: Infinity };
const ALL: readonly AggregateName[] = AGGREGATE_NAMES;

let world: TelemetryWorld;
let ask: AskTelemetry;
const machines = new Map<string, TestMachine>();
const naive = new Map(NAMES.map((name) => [name, new NaiveStore()]));
const hall = { id: randomUUID(), name: 'hall' };

/** Three days of readings, some of them replaced, some no numbers; the first day at rest, the second rolled up, of the third a part, the minutes of both in blocks but for the newest, and some late ones since. */
beforeAll(async () => {
  world = await telemetryWorld();
  ask = askTelemetry(world);
  const cases = telemetryCases(world);
  const next = random(29);
  for (const name of NAMES) machines.set(name, await world.a.machine(name));
  const message = (): TestMessage => ({ atMs: FROM + next(3 * DAY_MS) - (next(3) ? 0 : 0.25), values: { kw: next(20) === 0 ? 'fault' : next(4_000) / 8, ...(next(2) && { on: next(2) === 0 }) } });
  const write = async (name: (typeof NAMES)[number], messages: TestMessage[]): Promise<void> => {
    naive.get(name)?.add(messages);
    await world.writer.write(machines.get(name)!, messages);
  };
  for (const name of NAMES) await write(name, Array.from({ length: 500 }, message));
  await cases.rollUpBefore(FROM + 2.4 * DAY_MS);
  for (const machine of machines.values()) await cases.compact(machine, FROM + DAY_MS);
  await cases.seal(FROM + 2.25 * DAY_MS, FROM + DAY_MS);
  for (const name of NAMES) await write(name, Array.from({ length: 40 }, message));
  await world.database.sql(`INSERT INTO place (tenant_id, id, kind, name, position) VALUES ($1, $2, 'site', $3, 0)`, [world.a.actor.tenantId, hall.id, hall.name]);
  await world.database.sql(`UPDATE device SET place_id = $2 WHERE id = ANY ($1)`, [[machines.get('lathe 1')!.deviceId, machines.get('lathe 2')!.deviceId], hall.id]);
}, 60_000);
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const question = (more: Partial<BucketsQuestion> & { range: TimeRange }): BucketsQuestion => ({ read: 'buckets', machines: {}, metrics: [], widthMs: HOUR_MS, timeZone: null, aggregates: ALL, group: null, fill: NO_FILL, ...more });
const asked = async (...[what, limits, nowMs]: [Parameters<AskTelemetry['execute']>[1], Parameters<AskTelemetry['execute']>[2]?, number?]): Promise<AnsweredRow[]> => rowsOf(await ask.execute(world.a.actor, what, limits, nowMs));
const within = (points: readonly Point[], { fromMs, toMs }: TimeRange): Point[] => points.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
const numbers = (name: (typeof NAMES)[number], range: TimeRange): Point[] => within(naive.get(name)!.numbers('kw'), range);
const figure = (bucket: Bucket, name: AggregateName): number => (name === 'mean' ? meanOf(bucket) : bucket[name]);
const rowsFor = (machine: string | null, buckets: readonly Bucket[], more: readonly unknown[] = []): unknown[] => buckets.map((bucket) => ({ machine, metric: 'kw', place: null, atMs: bucket.fromMs, values: [...ALL.map((name) => figure(bucket, name)), ...more] }));
const bare = (rows: readonly AnsweredRow[]): unknown[] => rows.map((row) => ({ ...row, place: null }));

/** Ranges that begin and end anywhere, in the day at rest, what is rolled up, and what is not. */
const RANGES = [5, 7, 8].map((seed): [number, TimeRange, number] => {
  const next = random(seed);
  const fromMs = FROM + next(2 * DAY_MS);
  return [seed, { fromMs, toMs: Math.min(FROM + 3 * DAY_MS, fromMs + MINUTE_MS + next(2 * DAY_MS)) }, [90_000, 5 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS][next(4)]!];
});

describe('in buckets', () => {
  it.each(RANGES)('are of each series what its points say (seed %i)', async (_, range, widthMs) => {
    const wanted = NAMES.flatMap((name) => rowsFor(name, fromPoints(numbers(name, range), widthMs)));
    expect(bare(await asked(question({ range, widthMs })))).toEqual(wanted);
  });

  it.each(RANGES)('weigh each point of a group the same (seed %i)', async (_, range, widthMs) => {
    const rows = await asked(question({ range, widthMs, group: { by: ['metric'], combine: 'pooled' } }));
    const all = fromPoints(NAMES.flatMap((name) => numbers(name, range)), widthMs);
    // Of two machines' points with one stamp either may be the first; which values there are, no order changes.
    const firm = [0, 1, 2, 4];
    expect(rows.map(({ atMs, values }) => [atMs, ...firm.map((place) => values[place])])).toEqual(all.map((bucket) => [bucket.fromMs, bucket.count, bucket.min, bucket.max, bucket.sum]));
    expect(rows.map(({ values }) => values[3])).toEqual(all.map(({ sum, count }) => sum / count));
    expect(rows.map(({ values }) => values[7])).toEqual(all.map(({ fromMs }) => NAMES.filter((name) => numbers(name, range).some(({ atMs }) => Math.floor(atMs / widthMs) * widthMs === fromMs)).length));
  });

  it.each(RANGES)('add up what each machine has, its gaps filled first (seed %i)', async (seed, range, widthMs) => {
    const fill: FillRule = { kind: (['previous', 'linear', 'null', 'constant'] as const)[seed % 4]!, value: 3, maxGapMs: [Infinity, 3 * HOUR_MS][seed % 2]! };
    const startsMs = gridStarts(range, widthMs, Infinity);
    const columns = NAMES.map((name) => {
      const buckets = new Map(fromPoints(numbers(name, range), widthMs).map((bucket) => [bucket.fromMs, bucket]));
      const before = naive.get(name)!.points('kw').findLast(({ atMs }) => atMs < range.fromMs);
      const seed_ = before && typeof before.value === 'number' ? { atMs: before.atMs, value: before.value } : null;
      return filledColumn('mean', { startsMs, seed: seed_, values: startsMs.map((startMs) => (buckets.has(startMs) ? meanOf(buckets.get(startMs)!) : null)) }, fill);
    });
    const wanted = startsMs.map((_, place) => columns.map((column) => column[place] ?? null).filter((value) => value !== null));
    const rows = await asked(question({ range, widthMs, fill, aggregates: ['mean'], group: { by: [], combine: 'sum' } }), undefined, Infinity);
    expect(rows.map(({ atMs, values }) => [atMs, ...values])).toEqual(startsMs.map((startMs, place) => [startMs, wanted[place]!.length === 0 ? null : wanted[place]!.reduce((a, b) => a + b, 0), wanted[place]!.length]));
  });

  it.each([MINUTE_MS, HOUR_MS])('are read as they are kept where nothing is out of date, by %i ms', async (widthMs) => {
    await telemetryCases(world).rollUpBefore();
    const range = { fromMs: FROM + 3 * HOUR_MS, toMs: FROM + 2.5 * DAY_MS };
    expect(bare(await asked(question({ range, widthMs })))).toEqual(NAMES.flatMap((name) => rowsFor(name, fromPoints(numbers(name, range), widthMs))));
  });

  it('begin at midnight of a place, the day on which its clocks change included', async () => {
    const timeZone = 'America/New_York';
    const late = { fromMs: Date.UTC(2026, 2, 3, 4), toMs: Date.UTC(2026, 2, 5, 4) };
    const midnights = [2, 3, 4].map((day) => Date.UTC(2026, 2, day, 5));
    const rows = await asked(question({ range: late, widthMs: DAY_MS, timeZone, aggregates: ['count'], machines: { ids: [machines.get('press')!.deviceId] } }));
    expect(rows.map(({ atMs, values }) => [atMs, values[0]])).toEqual(midnights.map((fromMs) => [fromMs, numbers('press', { fromMs: Math.max(fromMs, late.fromMs), toMs: Math.min(fromMs + DAY_MS, late.toMs) }).length]));
  });

  it('are of the machines of a place, and told apart by it', async () => {
    const range = { fromMs: FROM, toMs: FROM + 3 * DAY_MS };
    const count = (names: readonly (typeof NAMES)[number][]): number => names.reduce((sum, name) => sum + numbers(name, range).length, 0);
    const total = async (more: Partial<BucketsQuestion>): Promise<unknown[]> => (await asked(question({ range, widthMs: 30 * DAY_MS, aggregates: ['count'], ...more }))).map(({ place, values }) => [place, ...values]);
    expect(await total({ group: { by: ['place'], combine: 'pooled' } })).toEqual([[hall.name, count(['lathe 1', 'lathe 2']), 2], [null, count(['press']), 1]]);
    expect(await total({ group: { by: [], combine: 'pooled' }, machines: { placeId: hall.id } })).toEqual([[null, count(['lathe 1', 'lathe 2']), 2]]);
  });

  it('are refused where there would be too many, with the width that would do', async () => {
    const range = { fromMs: FROM, toMs: FROM + 3 * DAY_MS };
    const few = { series: 2, rows: 300 };
    await expect(asked(question({ range }), few)).rejects.toMatchObject({ code: 'TELEMETRY_QUERY.TOO_MANY_SERIES', details: { limit: 2 } });
    const refused = await asked(question({ range, widthMs: MINUTE_MS }), { ...few, series: 3 }).catch((error: unknown) => error as { code: string; details: { bucketMs: number } });
    expect(refused).toMatchObject({ code: 'TELEMETRY_QUERY.TOO_MANY_ROWS' });
    expect(await asked(question({ range, widthMs: (refused as { details: { bucketMs: number } }).details.bucketMs }), { ...few, series: 3 })).not.toEqual([]);
  });
});

describe('as points', () => {
  it.each(RANGES)('are all that is stored, of any kind, each stamp once (seed %i)', async (_, range) => {
    const wanted = NAMES.flatMap((name) => ['kw', 'on'].flatMap((metric) => naive.get(name)!.points(metric).filter(({ atMs }) => atMs >= range.fromMs && atMs < range.toMs).map(({ atMs, value }) => ({ machine: name, metric, place: null, atMs, values: [value] }))));
    expect(bare(await asked({ read: 'points', machines: {}, metrics: [], range }))).toEqual(wanted);
  });

  it('stop being read when nobody asks for more', async () => {
    const { frames } = await ask.execute(world.a.actor, { read: 'points', machines: {}, metrics: [], range: { fromMs: FROM, toMs: FROM + DAY_MS } });
    await frames.next();
    await frames.return();
    expect(await frames.next()).toMatchObject({ done: true });
  });
});

describe('the last value', () => {
  const wantedAt = (atMs: number, maxAgeMs = Infinity): unknown[] => NAMES.flatMap((name) => ['kw', 'on'].flatMap((metric) => {
    const last: { atMs: number; value: MetricValue } | undefined = naive.get(name)!.points(metric).findLast((point) => point.atMs <= atMs);
    return last && last.atMs >= atMs - maxAgeMs ? [{ machine: name, metric, place: null, atMs: last.atMs, values: [last.value] }] : [];
  }));

  it.each([0.2, 0.99, 1, 1.4, 2.2, 2.9].map((days) => [days]))('is known at any instant, %d days on', async (days) => {
    const atMs = FROM + days * DAY_MS;
    expect(bare(await asked({ read: 'last', machines: {}, metrics: [], atMs, maxAgeMs: Infinity }))).toEqual(wantedAt(atMs));
    expect(bare(await asked({ read: 'last', machines: {}, metrics: [], atMs, maxAgeMs: 5 * MINUTE_MS }))).toEqual(wantedAt(atMs, 5 * MINUTE_MS));
  });

  it('is the newest one now, wherever points are kept', async () => {
    const now = await asked({ read: 'last', machines: {}, metrics: [], atMs: null, maxAgeMs: Infinity });
    expect(bare(now.filter(({ metric }) => metric === 'kw'))).toEqual(wantedAt(FROM + 4 * DAY_MS).filter((row) => (row as AnsweredRow).metric === 'kw'));
  });
});

describe('which machines are meant', () => {
  const named = async (machinesOf: object): Promise<unknown[]> => [...new Set((await asked({ read: 'last', machines: machinesOf, metrics: ['kw'], atMs: null, maxAgeMs: Infinity })).map(({ machine }) => machine))];

  it('is said by tags, each of which a machine has, in whatever case', async () => {
    const [tenantId, ids] = [world.a.actor.tenantId, { hot: randomUUID(), old: randomUUID() }];
    await world.database.sql(`INSERT INTO tag (tenant_id, id, name) VALUES ($1, $2, 'Hot'), ($1, $3, 'old')`, [tenantId, ids.hot, ids.old]);
    for (const [machine, tag] of [['lathe 1', ids.hot], ['lathe 1', ids.old], ['press', ids.hot]] as const) await world.database.sql('INSERT INTO device_tag (tenant_id, device_id, tag_id) VALUES ($1, $2, $3)', [tenantId, machines.get(machine)!.deviceId, tag]);
    expect([await named({ tags: ['hot'] }), await named({ tags: ['HOT', 'old', 'hot'] })]).toEqual([['lathe 1', 'press'], ['lathe 1']]);
  });

  it('is said by a place, with all that lies in it', async () => {
    const [tenantId, area, bay] = [world.a.actor.tenantId, randomUUID(), randomUUID()];
    await world.database.sql(`INSERT INTO place (tenant_id, id, parent_id, kind, name, position) VALUES ($1, $2, $4, 'area', 'area', 0), ($1, $3, $2, 'line', 'bay', 0)`, [tenantId, area, bay, hall.id]);
    const place = (id: string): Promise<unknown> => world.database.sql('UPDATE device SET place_id = $2 WHERE id = $1', [machines.get('lathe 2')!.deviceId, id]);
    await place(bay);
    expect([await named({ placeId: hall.id }), await named({ placeId: area }), await named({ placeId: bay })]).toEqual([['lathe 1', 'lathe 2'], ['lathe 2'], ['lathe 2']]);
    await place(hall.id);
  });
});

describe('what is read', () => {
  it('is counted for whoever asks: points, buckets of each series, those too that groups are made of, and series whose last value is looked for', async () => {
    const counted: [string, number][] = [];
    class Counting extends ReadingBudget {
      override spend(...[tenantId, readings]: Parameters<ReadingBudget['spend']>): void {
        counted.push([tenantId, readings]);
      }
    }
    const store = new BudgetedStore(postgresStore(world), new Counting());
    const counting = askTelemetry(world, store);
    const range = { fromMs: FROM, toMs: FROM + DAY_MS };
    const sum = async (what: Parameters<AskTelemetry['execute']>[1]): Promise<[rows: number, counted: number]> => {
      counted.length = 0;
      const rows = await rowsOf(await counting.execute(world.a.actor, what));
      expect(new Set(counted.map(([tenantId]) => tenantId))).toEqual(new Set([world.a.actor.tenantId]));
      return [rows.length, counted.reduce((all, [, readings]) => all + readings, 0)];
    };
    const [points, ofPoints] = await sum({ read: 'points', machines: {}, metrics: [], range });
    const [buckets, ofBuckets] = await sum(question({ range }));
    const [, ofGroups] = await sum(question({ range, group: { by: [], combine: 'pooled' } }));
    const [, ofLast] = await sum({ read: 'last', machines: {}, metrics: [], atMs: null, maxAgeMs: 0 });
    expect([ofPoints, ofBuckets, ofGroups, ofLast]).toEqual([points, buckets, buckets, 2 * NAMES.length]);
  });
});

describe('company B', () => {
  it('finds nothing of A', async () => {
    const of = (machinesOfA: object) => ask.execute(world.b.actor, { read: 'last', machines: machinesOfA, metrics: [], atMs: null, maxAgeMs: Infinity });
    expect(await rowsOf(await of({}))).toEqual([]);
    await expect(of({ ids: [machines.get('press')!.deviceId] })).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
    await expect(of({ placeId: hall.id })).rejects.toMatchObject({ code: 'PLACE.NOT_FOUND' });
    await expect(of({ tags: ['any'] })).rejects.toMatchObject({ code: 'TAG.NOT_FOUND' });
    await expect(of({ typeId: randomUUID() })).rejects.toMatchObject({ code: 'DEVICE_TYPE.NOT_FOUND' });
  });
});
