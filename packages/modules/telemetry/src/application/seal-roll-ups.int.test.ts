import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type TenantTx } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { AGGREGATE_NAMES, bucketsOfColumns, FIGURES, fromPoints, type Bucket } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, tenantId, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { BucketRepository } from '../persistence/bucket.repository.js';
import { RollUpBlockRepository } from '../persistence/roll-up-block.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { ColumnBucketRepository } from '../persistence/query/column-bucket.repository.js';
import { askTelemetry, rowsOf } from '../testing/query-cases.js';
import { NaiveStore } from '../testing/naive-store.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { SealRollUps } from './seal-roll-ups.js';

const DAY = Date.UTC(2026, 3, 14);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

interface Stored {
  readonly hour: number;
  readonly where: string;
}

/** Of each hour of a metric where its minutes are. */
async function placesOf({ deviceId }: TestMachine): Promise<Stored[]> {
  return world.database.sql<Stored & Record<string, unknown>>(
    `SELECT DISTINCT date_part('hour', m.at AT TIME ZONE 'UTC')::int AS hour, 'rows' AS where FROM telemetry_minute m JOIN series s ON s.id = m.series_id WHERE s.device_id = $1
     UNION ALL SELECT date_part('hour', b.at AT TIME ZONE 'UTC')::int, CASE WHEN is_day THEN 'day' ELSE 'hour' END FROM telemetry_roll_up_block b JOIN series s ON s.id = b.series_id WHERE s.device_id = $1
     ORDER BY 1, 2`,
    [deviceId],
  );
}

const every = (stepMs: number, count: number, fromMs = DAY): TestMessage[] => Array.from({ length: count }, (_, i) => ({ atMs: fromMs + i * stepMs, values: { t: ((i * 7) % 31) / 10 } }));
const nearly = (buckets: readonly Bucket[]): Bucket[] => buckets.map((bucket) => ({ ...bucket, sum: expect.closeTo(bucket.sum, 6) as unknown as number }));

/** How many hours of a machine's metrics are rows. */
const hourRowsOf = async ({ deviceId }: TestMachine) => (await world.database.sql(`SELECT 1 FROM telemetry_hour h JOIN series s ON s.id = h.series_id WHERE s.device_id = $1`, [deviceId])).length;

describe('SealRollUps', () => {
  it('moves the hours that are over into a block each, those of days that are over into one, and has nothing more to do then', async () => {
    const machine = await world.a.machine('moved');
    await world.writer.write(machine, every(5 * MINUTE_MS, 12 * 5));
    await cases.rollUpBefore();
    expect(await cases.seal(DAY + 3 * HOUR_MS, DAY)).toBe(3);
    expect(await placesOf(machine)).toEqual([{ hour: 0, where: 'hour' }, { hour: 1, where: 'hour' }, { hour: 2, where: 'hour' }, { hour: 3, where: 'rows' }, { hour: 4, where: 'rows' }]);
    expect(await cases.seal(DAY + 3 * HOUR_MS, DAY)).toBe(0);
    expect(await cases.seal(DAY + DAY_MS, DAY + DAY_MS)).toBe(1);
    expect(await placesOf(machine)).toEqual([{ hour: 0, where: 'day' }]);
    expect(await cases.seal(DAY + DAY_MS, DAY + DAY_MS)).toBe(0);
  });

  it('has the hours opened into which something comes late, of each metric alone, and closed again', async () => {
    const machine = await world.a.machine('late');
    const naive = new NaiveStore();
    const write = async (messages: TestMessage[]): Promise<void> => {
      naive.add(messages);
      await world.writer.write(machine, messages);
      await cases.rollUpBefore();
    };
    const expectExact = async (): Promise<void> => {
      for (const [table, widthMs] of [['minute', MINUTE_MS], ['hour', HOUR_MS]] as const) {
        const stored = await storedRollUps(world, machine, table);
        for (const key of naive.keys()) expect(stored(key)).toEqual(nearly(naive.buckets(key, widthMs)));
      }
    };
    await write(every(20 * SECOND_MS, 3 * 60 * 6));
    // −0 is a number of its own.
    await write(every(10 * MINUTE_MS, 36).map(({ atMs }, i) => ({ atMs: atMs + 1, values: { p: i % 3 === 0 ? -0 : 1 } })));
    await cases.seal(DAY + DAY_MS, DAY + DAY_MS);
    await write([{ atMs: DAY + 2.5 * HOUR_MS + 1_234, values: { t: -5 } }]);
    expect(await placesOf(machine)).toEqual([{ hour: 0, where: 'day' }, { hour: 0, where: 'day' }, { hour: 2, where: 'rows' }]);
    expect(await hourRowsOf(machine)).toBe(1);
    await expectExact();
    await write([{ atMs: DAY + 4 * HOUR_MS + 2, values: { p: 2 } }]);
    await expectExact();
    // A minute of nothing but one point, which becomes none; and an hour.
    await write([{ atMs: DAY + 3 * HOUR_MS + 1, values: { p: 'fault' } }]);
    await write(every(10 * MINUTE_MS, 6, DAY + HOUR_MS).map(({ atMs }) => ({ atMs: atMs + 1, values: { p: 'off' } })));
    await expectExact();
    await cases.seal(DAY + DAY_MS, DAY + DAY_MS);
    expect(await placesOf(machine)).toEqual([{ hour: 0, where: 'day' }, { hour: 0, where: 'day' }]);
    expect(await hourRowsOf(machine)).toBe(0);
    await expectExact();
    await cases.seal(DAY + DAY_MS, DAY);
    await write([{ atMs: DAY + 12 * HOUR_MS, values: { t: 3 } }]);
    await cases.seal(DAY + 13 * HOUR_MS, DAY);
    await write([{ atMs: DAY + 12.5 * HOUR_MS, values: { t: 4 } }]);
    await expectExact();
    // Two blocks that begin at once, where what is over was judged by an earlier day; they stay apart by their hours.
    await write([{ atMs: DAY + 60 * SECOND_MS, values: { t: 8 } }]);
    await cases.seal(DAY + 13 * HOUR_MS, DAY);
    expect((await placesOf(machine)).map(({ where }) => where)).toEqual(['day', 'day', 'hour', 'hour']);
    await write([{ atMs: DAY + 61 * SECOND_MS, values: { t: 9 } }, { atMs: DAY + 2 * HOUR_MS, values: { t: 9 } }]);
    await expectExact();
    await cases.seal(DAY + DAY_MS, DAY + DAY_MS);
    await expectExact();
  });

  it('is read by any range and width as rows are, from one block, from several, and from both', async () => {
    const [machine, other] = [await world.a.machine('read'), await world.a.machine('read too')];
    const ask = askTelemetry(world);
    const sent = every(100 * SECOND_MS, 2 * 864);
    for (const each of [machine, other]) await world.writer.write(each, sent);
    await cases.rollUpBefore();
    const [seriesId, otherId] = await Promise.all([machine, other].map((each) => world.writer.seriesId(each, 't', 0))) as [number, number];
    const ranges: TimeRange[] = [[0, 48], [1, 2], [5.25, 5.5], [0.5, 9.75], [23, 25], [30, 31], [46.9, 48]].map(([from = 0, to = 0]) => ({ fromMs: DAY + from * HOUR_MS, toMs: DAY + to * HOUR_MS }));
    const reader = world.a.app('telemetry:read');
    const all = async (): Promise<unknown> =>
      world.db.tenant.transaction(reader, async (tx) => {
        const found: unknown[] = [];
        for (const range of ranges) {
          for (const [unit, ms] of [['minute', MINUTE_MS], ['hour', HOUR_MS]] as const) {
            const whole = { fromMs: Math.floor(range.fromMs / ms) * ms, toMs: Math.ceil(range.toMs / ms) * ms };
            for (const binning of [{ widthMs: ms }, { edgesMs: [whole.fromMs, whole.fromMs + 7 * ms, whole.toMs + 7 * ms] }]) {
              const both = [{ seriesId, range: whole }, { seriesId, range: { fromMs: whole.toMs + 2 * ms, toMs: whole.toMs + 20 * ms } }, { seriesId: otherId, range: whole }];
              for (const pieces of [[{ seriesId, range: whole }], both, [{ seriesId, range: whole }, { seriesId: otherId, range: whole }]]) found.push(await bucketsOf(tx, { unit, pieces, binning }), await columnsOf(tx, { unit, pieces, binning }));
            }
          }
        }
        return found;
      });
    const narrow = ranges.slice(1);
    const many = async (range: TimeRange) => rowsOf(await ask.execute(world.a.actor, { read: 'buckets', machines: { ids: [machine.deviceId, other.deviceId] }, metrics: ['t'], range, widthMs: MINUTE_MS, timeZone: null, aggregates: AGGREGATE_NAMES, group: null, fill: { kind: 'none', value: 0, maxGapMs: Infinity } }));
    const [rows, answers] = [await all(), await Promise.all(narrow.map(many))];
    expect(answers[0]).toHaveLength(2 * 36);
    for (const [rowsBeforeMs, daysBeforeMs] of [[DAY + 7 * HOUR_MS, DAY], [DAY + 31 * HOUR_MS, DAY], [DAY + 31 * HOUR_MS, DAY + DAY_MS], [DAY + 60 * HOUR_MS, DAY + 2 * DAY_MS]] as const) {
      expect(await cases.seal(rowsBeforeMs, daysBeforeMs)).toBeGreaterThan(0);
      expect(await all()).toEqual(rows);
      expect(await Promise.all(narrow.map(many))).toEqual(answers);
    }
  });

  it('lets the plan’s meter count what came late, and nothing twice', async () => {
    const machine = await world.a.machine('metered');
    await world.writer.write(machine, every(10 * MINUTE_MS, 36));
    await cases.rollUpBefore();
    await cases.seal();
    const series = await world.writer.seriesId(machine, 't', 0);
    const anew = (ranges: TimeRange[]) => world.db.tenant.transaction(systemActor(world.a.actor.tenantId), (tx) => new RollUpRepository().refresh(tx, [{ deviceId: machine.deviceId, seriesIds: [series], ranges }]));
    const range = { fromMs: DAY + HOUR_MS, toMs: DAY + 3 * HOUR_MS };
    expect(await anew([range])).toMatchObject({ grown: [], points: 12 });
    await cases.seal();
    await world.writer.write(machine, [1, 2, 3].map((i) => ({ atMs: DAY + 2 * HOUR_MS + i, values: { t: i } })));
    expect(await anew([range])).toMatchObject({ grown: [{ hourMs: DAY + 2 * HOUR_MS, quantity: 3 }] });
    await cases.rollUpBefore();
  });

  it('has a damaged block made anew of its points, and of a metric whose points are damaged leaves what stands', async () => {
    const machine = await world.a.machine('damaged');
    const sent = every(10 * MINUTE_MS, 36).map((message) => ({ ...message, values: { ...message.values, p: 5 } }));
    await world.writer.write(machine, sent);
    await cases.rollUpBefore();
    const stored = async () => {
      const [minutes, hours] = [await storedRollUps(world, machine, 'minute'), await storedRollUps(world, machine, 'hour')];
      return ['t', 'p'].map((key) => [minutes(key), nearly(hours(key))]);
    };
    const sound = await stored();
    await cases.seal();
    const ids = new Map<string, number>();
    for (const key of ['t', 'p']) ids.set(key, await world.writer.seriesId(machine, key, 0));
    const damage = (table: string, column: string, key: string) => world.database.sql(`UPDATE ${table} SET ${column} = overlay(${column} placing '\\x77' from 8) WHERE series_id = $1`, [ids.get(key)]);
    await damage('telemetry_roll_up_block', 'minutes', 't');
    await world.writer.write(machine, [sent[6]!]);
    await cases.rollUpBefore();
    expect(await stored()).toEqual(sound);
    // The same where it is damaged before its day is over.
    await cases.seal(DAY + DAY_MS, DAY);
    await damage('telemetry_roll_up_block', 'minutes', 'p');
    await cases.seal();
    await cases.rollUpBefore();
    expect(await stored()).toEqual(sound);
    await cases.compact(machine);
    await damage('telemetry_block', 'bytes', 't');
    await world.writer.write(machine, [{ atMs: DAY + HOUR_MS, values: { t: 77, p: 8 } }]);
    await cases.rollUpBefore();
    const [t, [minutesOfP = []] = []] = await stored();
    expect(t).toEqual(sound[0]);
    expect(minutesOfP.find(({ fromMs }) => fromMs === DAY + HOUR_MS)).toMatchObject({ last: 8 });
  });

  it('moves nothing of another company, and of no metric that is gone', async () => {
    const [theirs, gone] = [await world.b.machine('theirs'), await world.a.machine('gone')];
    for (const machine of [theirs, gone]) await world.writer.write(machine, every(MINUTE_MS, 3));
    await cases.rollUpBefore();
    const seriesIds = await Promise.all([theirs, gone].map((machine) => world.writer.seriesId(machine, 't', 0)));
    await world.database.sql('DELETE FROM device WHERE id = $1', [gone.deviceId]);
    const lot = { seriesIds, range: { fromMs: DAY, toMs: DAY + DAY_MS }, isDayOver: true };
    expect(await cases.sealRollUps.execute(world.a.actor.tenantId, lot)).toEqual({ blocks: 0, bytes: 0 });
    expect(await placesOf(theirs)).toEqual([{ hour: 0, where: 'rows' }]);
  });

  it('waits with rolling up the company, and lets nobody delete a metric whose aggregates it moves', async () => {
    const machine = await world.a.machine('waits');
    await world.writer.write(machine, every(MINUTE_MS, 3));
    await cases.rollUpBefore();
    const seriesId = await world.writer.seriesId(machine, 't', 0);
    let moving: Promise<unknown> | undefined;
    const refused: unknown[] = [];
    class Deleted extends RollUpBlockRepository {
      override async insert(...args: Parameters<RollUpBlockRepository['insert']>): Promise<void> {
        await super.insert(...args);
        await world.database.sql('SELECT id FROM series WHERE id = $1 FOR UPDATE NOWAIT', [seriesId]).catch((error: unknown) => refused.push((error as { code?: unknown }).code));
      }
    }
    const lot = { seriesIds: [seriesId], range: { fromMs: DAY, toMs: DAY + DAY_MS }, isDayOver: true };
    await world.db.tenant.transaction(systemActor(world.a.actor.tenantId), async (tx) => {
      await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.roll-up ' || $1, 0))`, [tx.tenantId]);
      moving = new SealRollUps(world.db.tenant, new Deleted()).execute(world.a.actor.tenantId, lot);
      while ((await world.database.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length === 0);
      expect(await placesOf(machine)).toEqual([{ hour: 0, where: 'rows' }]);
    });
    await moving;
    expect(await placesOf(machine)).toEqual([{ hour: 0, where: 'day' }]);
    expect(refused).toEqual(['55P03']);
  });

  it('leaves everything as it was when its connection dies on the way, and does it all the next time', async () => {
    const machine = await world.a.machine('dies');
    await world.writer.write(machine, every(MINUTE_MS, 90));
    await cases.rollUpBefore();
    class Killed extends RollUpBlockRepository {
      override async insert(tx: TenantTx, ...rest: Parameters<RollUpBlockRepository['insert']> extends [unknown, ...infer Rest] ? Rest : never): Promise<void> {
        await super.insert(tx, ...rest);
        const [me] = await tx.sql<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await world.database.sql('SELECT pg_terminate_backend($1)', [me?.pid]);
      }
    }
    const db = openDatabase({ databaseUrl: world.database.databaseUrl, log: world.log, max: 1 });
    const dying = new SealRollUps(db.tenant, new Killed());
    const [lot] = await dying.lots(tenantId(machine.tenantId), { rowsBeforeMs: DAY + DAY_MS, daysBeforeMs: DAY + DAY_MS });
    await expect(dying.execute(tenantId(machine.tenantId), lot!)).rejects.toThrow();
    await db.close();
    const before = (await storedRollUps(world, machine, 'minute'))('t');
    expect(before).toEqual(fromPoints(every(MINUTE_MS, 90).map(({ atMs, values }) => ({ atMs, value: values['t'] as number })), MINUTE_MS));
    expect(await cases.seal(DAY + DAY_MS)).toBeGreaterThan(0);
    expect((await storedRollUps(world, machine, 'minute'))('t')).toEqual(before);
  });

  it('shows each minute once, whichever statements of a reader it commits between', async () => {
    const machine = await world.a.machine('between');
    await world.writer.write(machine, every(5 * MINUTE_MS, 288));
    await cases.rollUpBefore();
    const seriesId = await world.writer.seriesId(machine, 't', 0);
    const company = world.a.actor.tenantId;
    const [lot] = (await cases.sealRollUps.lots(company, { rowsBeforeMs: DAY + DAY_MS, daysBeforeMs: DAY })).filter(({ seriesIds }) => seriesIds.includes(seriesId));
    for (let hour = 0; hour < 24; hour += 4) {
      await world.db.tenant.transaction(world.a.app('telemetry:read'), async (tx) => {
        const range = { fromMs: DAY, toMs: DAY + DAY_MS };
        const minutes = { unit: 'minute', pieces: [{ seriesId, range }], binning: { widthMs: 5 * MINUTE_MS } } as const;
        const read = bucketsOf(tx, minutes);
        await cases.sealRollUps.execute(company, { ...lot!, range: { fromMs: DAY + hour * HOUR_MS, toMs: DAY + (hour + 4) * HOUR_MS } });
        expect(await read).toHaveLength(288);
        expect(await bucketsOf(tx, minutes)).toHaveLength(288);
      });
    }
    expect((await placesOf(machine)).every(({ where }) => where === 'hour')).toBe(true);
  });
});

interface Asked {
  readonly unit: 'minute' | 'hour';
  readonly pieces: Parameters<BucketRepository['ofRollUps']>[2];
  readonly binning: Parameters<BucketRepository['ofRollUps']>[3];
}

/** By start; of parts of one bucket, as their readers merge them. */
async function bucketsOf(tx: TenantTx, { unit, pieces, binning }: Asked): Promise<unknown[]> {
  return mergedByStart(await new BucketRepository().ofRollUps(tx, unit, pieces, binning));
}

async function columnsOf(tx: TenantTx, { unit, pieces, binning }: Asked): Promise<unknown[]> {
  const found = await new ColumnBucketRepository().ofRollUps(tx, unit, pieces, { binning, figures: FIGURES });
  return mergedByStart(found.flatMap(({ seriesId, columns }) => bucketsOfColumns(columns).map((bucket) => ({ seriesId, bucket }))));
}

function mergedByStart(buckets: readonly { readonly seriesId: number; readonly bucket: Bucket }[]): unknown[] {
  const byStart = new Map<string, Bucket>();
  for (const { seriesId, bucket } of [...buckets].sort((a, b) => a.bucket.firstAtMs - b.bucket.firstAtMs)) {
    const key = `${seriesId} ${bucket.fromMs}`;
    const known = byStart.get(key);
    byStart.set(key, known ? { ...known, count: known.count + bucket.count, min: Math.min(known.min, bucket.min), max: Math.max(known.max, bucket.max), sum: known.sum + bucket.sum, last: bucket.last, lastAtMs: bucket.lastAtMs } : bucket);
  }
  return [...byStart].sort(([a], [b]) => a.localeCompare(b)).map(([key, bucket]) => ({ key, ...bucket, sum: Number(bucket.sum.toFixed(6)) }));
}
