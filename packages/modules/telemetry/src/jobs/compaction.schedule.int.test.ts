import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { CompactPoints } from '../application/compact-points.js';
import { MovePoints } from '../application/move-points.js';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { RollUpBlockRepository } from '../persistence/roll-up-block.repository.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { CompactionSchedule } from './compaction.schedule.js';
import { RollUpSealSchedule } from './roll-up-seal.schedule.js';
import { TelemetryWorkerOptions } from './worker-options.js';

const FROM = Date.UTC(2026, 1, 3);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());

const options = () => new TelemetryWorkerOptions({ databaseUrl: world.database.databaseUrl, keepMonths: 24, compactAfterMs: 6 * HOUR_MS });
const schedule = () => {
  const compactions = new CompactionRepository();
  return new CompactionSchedule(world.db.system, compactions, new CompactPoints(world.db.tenant, compactions, new MovePoints(compactions)), options(), world.log);
};
const rowsOf = async (machine: TestMachine) => (await world.database.sql(`SELECT 1 FROM telemetry t JOIN telemetry_shape s ON s.id = t.shape_id WHERE s.device_id = $1`, [machine.deviceId])).length;
const bytesOf = async (part: string) => {
  const [size] = await world.database.sql<{ rows: number; indexes: number }>(`SELECT pg_relation_size($1::regclass)::float8 AS rows, pg_indexes_size($1::regclass)::float8 AS indexes`, [part]);
  return size;
};

describe('RollUpSealSchedule', () => {
  const sealing = () => new RollUpSealSchedule(world.db.system, new RollUpBlockRepository(), cases.sealRollUps, options(), world.log);
  const day = FROM + 60 * DAY_MS;
  const placesOf = async ({ deviceId }: TestMachine) =>
    (
      await world.database.sql<{ place: string }>(
        `SELECT 'row' AS place FROM telemetry_minute m JOIN series s ON s.id = m.series_id WHERE s.device_id = $1
         UNION ALL SELECT CASE WHEN is_day THEN 'day' ELSE 'hour' END FROM telemetry_roll_up_block b JOIN series s ON s.id = b.series_id WHERE s.device_id = $1`,
        [deviceId],
      )
    ).map(({ place }) => place);

  it('moves every company’s minutes of hours that ended ten minutes ago, and makes days of them when their points go to rest; not those of a closed one', async () => {
    const [mine, theirs] = [await world.a.machine('minutes'), await world.b.machine('their minutes')];
    for (const machine of [mine, theirs]) await world.writer.write(machine, [0, 1, 2, 3].map((hour) => ({ atMs: day + hour * HOUR_MS, values: { t: 1 } })));
    await cases.rollUpBefore();
    await sealing().execute(new Date(day + 2 * HOUR_MS + 9 * MINUTE_MS));
    expect((await Promise.all([mine, theirs].map(placesOf))).map((places) => places.sort())).toEqual([['hour', 'row', 'row', 'row'], ['hour', 'row', 'row', 'row']]);
    await sealing().execute(new Date(day + 2 * HOUR_MS + 10 * MINUTE_MS));
    expect((await placesOf(mine)).sort()).toEqual(['hour', 'hour', 'row', 'row']);
    await world.database.sql(`UPDATE tenant SET state = 'closed' WHERE id = $1`, [theirs.tenantId]);
    await sealing().execute(new Date(day + DAY_MS + 6 * HOUR_MS));
    expect(await placesOf(mine)).toEqual(['day']);
    expect((await placesOf(theirs)).sort()).toEqual(['hour', 'hour', 'row', 'row']);
    await world.database.sql(`UPDATE tenant SET state = 'active' WHERE id = $1`, [theirs.tenantId]);
  });

  it('passes over a metric one of whose blocks a later version wrote, and moves the others', async () => {
    const machines = await Promise.all([1, 2, 3].map((n) => world.a.machine(`minutes ${n}`)));
    const at = day + 3 * DAY_MS;
    for (const machine of machines) await world.writer.write(machine, [{ atMs: at, values: { t: 1 } }]);
    await cases.rollUpBefore();
    await sealing().execute(new Date(at + 2 * HOUR_MS));
    const damaged = await world.writer.seriesId(machines[1]!, 't', 0);
    await world.database.sql(`UPDATE telemetry_roll_up_block SET minutes = overlay(minutes placing '\\x77' from 1) WHERE series_id = $1`, [damaged]);
    await sealing().execute(new Date(at + 2 * DAY_MS));
    expect(await Promise.all(machines.map(placesOf))).toEqual([['day'], ['hour'], ['day']]);
    const range = { fromMs: at, toMs: at + HOUR_MS };
    await expect(cases.readSeriesRange.execute(world.a.actor, { seriesIds: [damaged], range, maxPoints: 60 })).rejects.toMatchObject({ code: 'TELEMETRY.BLOCK_VERSION' });
  });
});

describe('CompactionSchedule', () => {
  it('moves what every company sent on days that are long over, and gives the space back once nobody sees it any more', async () => {
    const [mine, theirs] = [await world.a.machine('mine'), await world.b.machine('theirs')];
    const messages = Array.from({ length: 3_000 }, (_, i) => ({ atMs: FROM + i * 30 * SECOND_MS, values: { t: i / 10 } }));
    for (const machine of [mine, theirs]) await world.writer.write(machine, messages);
    await schedule().execute(new Date(FROM + 2 * DAY_MS + 5 * HOUR_MS));
    expect(await Promise.all([mine, theirs].map(rowsOf))).toEqual([120, 120]);
    await schedule().execute(new Date(FROM + 2 * DAY_MS + 6 * HOUR_MS));
    expect(await Promise.all([mine, theirs].map(rowsOf))).toEqual([0, 0]);
    const seriesId = await world.writer.seriesId(mine, 't', 0);
    const { nodes } = await cases.listPoints.execute(world.a.actor, { seriesId, range: { fromMs: FROM, toMs: FROM + 9 * DAY_MS }, first: 2 });
    expect(nodes.map(({ value }) => value)).toEqual([299.9, 299.8]);
    // As autovacuum does it by itself; until then somebody might still look at the rows.
    expect((await bytesOf('telemetry_2026_02'))?.rows).toBeGreaterThan(100_000);
    await world.database.sql('VACUUM telemetry_2026_02');
    expect(await bytesOf('telemetry_2026_02')).toMatchObject({ rows: 0 });
    expect((await bytesOf('telemetry_2026_02'))?.indexes).toBeGreaterThan(65_536);
    await schedule().execute(new Date(FROM + 3 * DAY_MS));
    expect((await bytesOf('telemetry_2026_02'))?.indexes).toBe(8_192);
  }, 30_000);

  it('passes over a machine one of whose blocks is damaged, and moves the others’', async () => {
    const [damaged, sound] = [await world.a.machine('damaged'), await world.a.machine('sound')];
    const day = FROM + 10 * DAY_MS;
    for (const machine of [damaged, sound]) await world.writer.write(machine, [{ atMs: day, values: { t: 1 } }]);
    await schedule().execute(new Date(day + 2 * DAY_MS));
    const seriesId = await world.writer.seriesId(damaged, 't', 0);
    await world.database.sql(`UPDATE telemetry_block SET bytes = overlay(bytes placing '\\x00' from 8) WHERE series_id = $1`, [seriesId]);
    const range = { fromMs: day, toMs: day + DAY_MS };
    await expect(cases.listPoints.execute(world.a.actor, { seriesId, range })).rejects.toMatchObject({ code: 'TELEMETRY.BLOCK_DAMAGED' });
    for (const machine of [damaged, sound]) await world.writer.write(machine, [{ atMs: day + HOUR_MS, values: { t: 2 } }]);
    await schedule().execute(new Date(day + 2 * DAY_MS));
    expect(await Promise.all([damaged, sound].map(rowsOf))).toEqual([1, 0]);
  });
});
