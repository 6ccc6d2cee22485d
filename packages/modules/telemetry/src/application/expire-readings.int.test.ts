import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadKeptFrom } from '@tenon/billing';
import { createPool } from '@tenon/db';
import type { PlanId } from '@tenon/domain/billing';
import { isoDate, localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import { DAY_MS, HOUR_MS, type AppError } from '@tenon/kernel';
import { createMetrics } from '@tenon/runtime';
import { guardBystander } from '@tenon/testing/bystander';
import { TelemetryIngest } from '../ingest/telemetry-ingest.js';
import { ExpiryRepository } from '../persistence/expiry.repository.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { ExpireReadings } from './expire-readings.js';

const ZONE = 'Asia/Shanghai';
const NOW = Date.now();
const { localDay: TODAY } = localTimeAt(ZONE, NOW);
/** The starter plan keeps 92 days. */
const KEPT_FROM = startOfLocalDay(ZONE, TODAY - 92);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
let expire: ExpireReadings;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
  expire = new ExpireReadings(world.db.tenant, new ReadKeptFrom(), new ExpiryRepository());
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const choose = (tenantId: string, plan: PlanId, daysAgo: number) => world.database.sql(`INSERT INTO plan_choice (tenant_id, id, plan, from_day, due_minor) VALUES ($1, gen_random_uuid(), $2, $3, 0)`, [tenantId, plan, isoDate(TODAY - daysAgo)]);
const signal = new AbortController().signal;

/** A reading at noon of each day from so many days before the first that is kept. */
async function send(machine: TestMachine): Promise<void> {
  await world.writer.write(machine, Array.from({ length: 12 }, (_, i) => ({ atMs: KEPT_FROM + (i - 6) * DAY_MS + 12 * HOUR_MS, values: { t: i, ...(i % 2 ? {} : { s: 'on' }) } })));
}
async function countsOf({ deviceId }: TestMachine): Promise<Record<string, number>> {
  const [row] = await world.database.sql<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM telemetry WHERE shape_id IN (SELECT id FROM telemetry_shape WHERE device_id = $1)) AS rows,
       (SELECT count(*)::int FROM telemetry_block JOIN series s ON s.id = series_id WHERE s.device_id = $1) AS blocks,
       (SELECT count(*)::int FROM telemetry_minute JOIN series s ON s.id = series_id WHERE s.device_id = $1) AS minutes,
       (SELECT count(*)::int FROM telemetry_hour JOIN series s ON s.id = series_id WHERE s.device_id = $1) AS hours`,
    [deviceId],
  );
  return row ?? {};
}

describe('ExpireReadings', () => {
  it('deletes what a company’s plan no longer keeps, of rows, blocks and roll-ups, and nobody else’s', async () => {
    const { tenantId } = world.a.actor;
    await choose(tenantId, 'starter', 100);
    const [rows, blocks, theirs] = [await world.a.machine('rows'), await world.a.machine('blocks'), await world.b.machine('theirs')];
    for (const machine of [rows, blocks, theirs]) await send(machine);
    await cases.rollUpBefore();
    await cases.compact(blocks);
    expect(await cases.seal(KEPT_FROM - 3 * DAY_MS)).toBe(2 * 3);
    const before = await countsOf(theirs);
    const done = await expire.execute(tenantId, signal, 4);
    expect(done).toEqual({ before: new Date(KEPT_FROM), expired: { telemetry: 6, telemetry_block: 9, telemetry_minute: 6, telemetry_roll_up_block: 6, telemetry_hour: 6 } });
    expect(await countsOf(rows)).toEqual({ rows: 6, blocks: 0, minutes: 6, hours: 6 });
    expect(await countsOf(blocks)).toEqual({ rows: 0, blocks: 9, minutes: 6, hours: 6 });
    expect(await countsOf(theirs)).toEqual(before);
    expect((await expire.execute(tenantId, signal))?.expired).toEqual({ telemetry: 0, telemetry_block: 0, telemetry_minute: 0, telemetry_roll_up_block: 0, telemetry_hour: 0 });
    // What is marked of before is not rolled up any more.
    await send(rows);
    await expire.execute(tenantId, signal);
    expect(await world.database.sql('SELECT 1 FROM telemetry_head WHERE tenant_id = $1 AND lower(dirty) < $2', [tenantId, new Date(KEPT_FROM)])).toEqual([]);
    await cases.rollUpBefore();
    expect(await countsOf(rows)).toEqual({ rows: 6 + 6, blocks: 0, minutes: 6, hours: 6 });
  }, 30_000);

  it('leaves a block whole that reaches beyond the day', async () => {
    const machine = await world.a.machine('across');
    await world.writer.write(machine, [-HOUR_MS, HOUR_MS].map((fromCut) => ({ atMs: KEPT_FROM + fromCut, values: { t: 1 } })));
    await cases.compact(machine);
    await cases.rollUpBefore();
    await cases.seal();
    await expire.execute(world.a.actor.tenantId, signal);
    expect(await countsOf(machine)).toMatchObject({ rows: 0, blocks: 1 });
    expect((await storedRollUps(world, machine, 'minute'))('t')).toHaveLength(2);
  });

  it('keeps everything during the trial, and what the larger plan kept for a month after it', async () => {
    const { tenantId } = world.b.actor;
    const machine = await world.b.machine('kept');
    await send(machine);
    const all = await countsOf(machine);
    expect(await expire.execute(tenantId, signal)).toBeNull();
    await choose(tenantId, 'enterprise', 90);
    await choose(tenantId, 'starter', 3);
    expect((await expire.execute(tenantId, signal))?.before).toEqual(new Date(startOfLocalDay(ZONE, TODAY - 1_097)));
    expect(await countsOf(machine)).toEqual(all);
  });

  it('is agreed with the gateway, which refuses what would be deleted the same day', async () => {
    const machine = await world.a.machine('sends');
    await expire.execute(world.a.actor.tenantId, signal);
    const pool = createPool({ databaseUrl: world.database.databaseUrl, role: 'tenon_ingest', max: 4, onError: () => undefined });
    const ingest = new TelemetryIngest({ pool, log: world.log, registry: createMetrics('test') });
    await ingest.refreshKept();
    const told = (atMs: number) => new Promise<AppError | null>((resolve) => void ingest.submit({ device: machine, text: JSON.stringify({ ts: atMs, values: { t: 1 } }), receivedAtMs: NOW, isHistory: true }, resolve));
    expect(await told(KEPT_FROM - 1)).toMatchObject({ code: 'TELEMETRY.TOO_OLD', details: { keptFrom: new Date(KEPT_FROM).toISOString() } });
    expect(await told(KEPT_FROM)).toBeNull();
    await world.database.sql('DELETE FROM readings_kept WHERE tenant_id = $1', [world.a.actor.tenantId]);
    await ingest.refreshKept();
    expect(await told(KEPT_FROM - 1)).toBeNull();
    await ingest.close();
    await pool.end();
  });
});
