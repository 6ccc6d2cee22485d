import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantTx } from '@tenon/db';
import { DAY_MS, HOUR_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

const MARCH = Date.UTC(2026, 2, 1);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
let machine: TestMachine;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
  machine = await world.a.machine('two years');
  const months = Array.from({ length: 24 }, (_, month) => Date.UTC(2025, month, 3));
  await world.writer.write(machine, months.flatMap((atMs): TestMessage[] => [{ atMs, values: { t: 1 } }, { atMs: atMs + HOUR_MS, values: { t: 2, p: 1 } }]));
  await cases.rollUpBefore();
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** Runs the work with every statement explained instead, and gives the tables and sorts each plan names. */
async function plansOf(work: (tx: TenantTx) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  await world.db.tenant.transaction(world.a.actor, async (tx) => {
    const plain = tx.sql.bind(tx);
    tx.sql = async <Row>(text: string, params: readonly unknown[] = []) => {
      if (/telemetry_?(minute|hour)?\b/.test(text)) plans.push((await plain<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, params)).map((row) => row['QUERY PLAN']).join('\n'));
      return plain<Row>(text, params);
    };
    await work(tx);
  });
  return plans;
}

const partitionsIn = (plans: readonly string[]) => [...new Set(plans.flatMap((plan) => plan.match(/telemetry(_minute|_hour)?_\d{4}_\d{2}(?![_\w])/g) ?? []))].sort();

describe('partitions that a range does not touch', () => {
  it('are not even planned for when points are read', async () => {
    const seriesId = await world.writer.seriesId(machine, 't', 0);
    const range = { fromMs: MARCH + DAY_MS, toMs: MARCH + 9 * DAY_MS };
    expect(partitionsIn(await plansOf((tx) => cases.readPoints.seriesPoints(tx, seriesId, range)))).toEqual(['telemetry_2026_03']);
  });

  it('nor when days are read from roll-ups', async () => {
    const seriesId = await world.writer.seriesId(machine, 't', 0);
    const range = { fromMs: MARCH - 5 * DAY_MS, toMs: MARCH + 9 * DAY_MS };
    const partitions = partitionsIn(await plansOf((tx) => cases.readPoints.dailyAggregates(tx, [seriesId], 'Asia/Kolkata', range)));
    expect(partitions).toEqual(['telemetry_hour_2026_02', 'telemetry_hour_2026_03', 'telemetry_minute_2026_02', 'telemetry_minute_2026_03']);
  });

  it('and one shape’s newest points need no sorting', async () => {
    const single = await world.a.machine('single');
    await world.writer.write(single, Array.from({ length: 3_000 }, (_, second) => ({ atMs: MARCH + second * 1_000, values: { s: second } })));
    await world.database.sql(`ANALYZE telemetry`);
    const seriesId = await world.writer.seriesId(single, 's', 0);
    const plans = await plansOf((tx) => cases.readPoints.previousPoint(tx, seriesId, MARCH + HOUR_MS));
    expect(plans.join()).toContain('Index Scan Backward');
    expect(plans.join()).not.toContain('Sort');
  });
});
