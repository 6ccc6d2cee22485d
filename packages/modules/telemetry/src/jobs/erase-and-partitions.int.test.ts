import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { erasePoints, type PayloadOf } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { TelemetryDevicePoints } from '../application/telemetry-device-points.js';
import { FootprintRepository } from '../persistence/footprint.repository.js';
import { PartitionRepository } from '../persistence/partition.repository.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { ErasePointsHandler } from './erase-points.handler.js';
import { PartitionSchedule } from './partition.schedule.js';
import { TelemetryWorkerOptions } from './worker-options.js';

const FROM = Date.UTC(2026, 1, 27);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const count = async (table: string) => Number((await world.database.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
const counts = async () => Promise.all(['telemetry', 'telemetry_minute', 'telemetry_hour', 'telemetry_shape', 'telemetry_head', 'series'].map(count));

async function deleteMachine(machine: TestMachine): Promise<PayloadOf<typeof erasePoints> | undefined> {
  await world.db.tenant.transaction(world.a.actor, async (tx) => {
    await tx.sql(`SELECT 1 FROM device WHERE id = $1 FOR UPDATE`, [machine.deviceId]);
    await new TelemetryDevicePoints().eraseWith(tx, machine.deviceId);
    await tx.execute(`DELETE FROM device WHERE id = $1`, [machine.deviceId]);
  });
  const rows = await world.database.sql<{ payload: PayloadOf<typeof erasePoints> }>(`DELETE FROM outbox WHERE job = $1 RETURNING payload`, [erasePoints.name]);
  return rows[0]?.payload;
}

describe('erasing a deleted machine', () => {
  it('deletes its points and roll-ups and nobody else’s, once or twice', async () => {
    const messages = Array.from({ length: 300 }, (_, index): TestMessage => ({ atMs: FROM + index * 20 * MINUTE_MS, values: index % 2 ? { t: index } : { t: index, p: 1 } }));
    const [doomed, kept, theirs] = [await world.a.machine('doomed'), await world.a.machine('kept'), await world.b.machine('theirs')];
    for (const machine of [kept, theirs]) await world.writer.write(machine, messages);
    await cases.rollUpBefore();
    const before = await counts();
    await world.writer.write(doomed, messages);
    await cases.rollUpBefore();
    const payload = await deleteMachine(doomed);
    expect(payload).toMatchObject({ deviceId: doomed.deviceId, shapeIds: [expect.any(Number), expect.any(Number)], seriesIds: [expect.any(Number), expect.any(Number)] });
    if (!payload) return;
    const handler = new ErasePointsHandler(world.db.tenant, new FootprintRepository());
    const run = (actor = world.a.actor) => handler.handle({ payload, actor: systemActor(actor.tenantId), attempt: 1, signal: new AbortController().signal, log: world.log });
    await run(world.b.actor);
    expect(await count('telemetry')).toBe(before[0]! + messages.length);
    await run();
    expect(await counts()).toEqual(before);
    await run();
    expect(await counts()).toEqual(before);
  }, 30_000);

  it('has nothing to do for a machine that never sent anything', async () => {
    expect(await deleteMachine(await world.a.machine('silent'))).toBeUndefined();
  });
});

describe('PartitionSchedule', () => {
  const months = async () =>
    (await world.database.sql<{ name: string }>(`SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'telemetry'::regclass ORDER BY 1`)).map(({ name }) => name.slice(-7));

  it('makes this month and the next two, and drops what is past retention', async () => {
    const machine = await world.a.machine('old');
    await world.writer.write(machine, [{ atMs: Date.UTC(2024, 10, 30), values: { t: 1 } }, { atMs: Date.UTC(2024, 11, 1), values: { t: 2 } }]);
    const schedule = new PartitionSchedule(world.db.system, new PartitionRepository(), new TelemetryWorkerOptions({ databaseUrl: world.database.databaseUrl, keepMonths: 24, compactAfterMs: 0 }), world.log);
    for (let round = 0; round < 2; round += 1) {
      await schedule.execute(new Date('2026-12-31T23:59:59.999Z'));
      // January is the bystander's.
      expect(await months()).toEqual(['2024_12', '2026_01', '2026_02', '2026_03', '2026_12', '2027_01', '2027_02']);
    }
    const seriesId = await world.writer.seriesId(machine, 't', 0);
    const range = { fromMs: Date.UTC(2024, 0), toMs: Date.UTC(2026, 0) };
    const { nodes } = await cases.listPoints.execute(world.a.actor, { seriesId, range });
    expect(nodes.map(({ value }) => value)).toEqual([2]);
  });

  it('reads dates off partitions only, however the database looks for them', async () => {
    for (const plan of ['enable_nestloop', 'enable_hashjoin', 'enable_indexscan']) {
      const dropped = world.db.system.run('test', async (tx) => {
        await tx.execute(`SET LOCAL ${plan} = off`);
        return new PartitionRepository().drop(tx, new Date('2026-12-31T23:59:59.999Z'), 24);
      });
      await expect(dropped).resolves.toEqual([]);
    }
  });

  it('gives up soon instead of making everybody wait behind a long reader', async () => {
    const schedule = new PartitionSchedule(world.db.system, new PartitionRepository(), new TelemetryWorkerOptions({ databaseUrl: world.database.databaseUrl, keepMonths: 24, compactAfterMs: 0 }), world.log);
    await world.db.tenant.transaction(world.a.actor, async (tx) => {
      await tx.sql(`SELECT count(*) FROM telemetry`);
      await expect(schedule.execute(new Date(FROM + 3_000 * DAY_MS))).rejects.toMatchObject({ code: '55P03' });
    });
  }, 20_000);
});
