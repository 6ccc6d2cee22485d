import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { refreshEnergy } from '@tenon/contracts/jobs';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { JobRunner } from '@tenon/queue';
import { createMetrics } from '@tenon/runtime';
import { watchOutbox } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { random } from '../../../telemetry/src/testing/random.js';
import type { TestMachine } from '../../../telemetry/src/testing/telemetry-writer.js';
import { energyWorld, type EnergyWorld, type Meaning } from '../testing/energy-world.js';

const FROM = Date.UTC(2026, 2, 2);
const QUARTER = 15 * MINUTE_MS;

let world: EnergyWorld;
let subscriptionId: string;
beforeAll(async () => {
  world = await energyWorld();
  subscriptionId = await world.subscribe(world.a.actor);
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

async function meter(name: string, meaning: Meaning): Promise<{ machine: TestMachine; seriesId: number }> {
  const machine = await world.a.machine(name);
  const seriesId = await world.writer.seriesId(machine, 'e', 0);
  await world.describe(seriesId, meaning);
  return { machine, seriesId };
}
const write = (machine: TestMachine, points: readonly (readonly [number, number])[]) => world.writer.write(machine, points.map(([atMs, e]) => ({ atMs, values: { e } })));
const configure = (...seriesIds: number[]) => world.configure(world.a.actor, subscriptionId, seriesIds);
const dayReport = async (id = subscriptionId) => (await world.report.execute(world.a.actor, { subscriptionId: id, range: { fromMs: FROM, toMs: FROM + DAY_MS }, period: 'day' })).report;
const energies = async (seriesId: number): Promise<number[]> => (await world.slotsOf(seriesId)).map(([, kwh]) => Number(kwh.toFixed(6)));

describe('from points to the report', () => {
  it('computes what the server stamped, to the microsecond, whatever the metric means', async () => {
    const meters = [await meter('interval', { quantity: 'interval', intervalMs: QUARTER }), await meter('counter', { quantity: 'counter' }), await meter('power', { quantity: 'power' })];
    await configure(...meters.map(({ seriesId }) => seriesId));
    for (const { machine } of meters) await write(machine, [0, 1, 2, 3].map((index) => [FROM + QUARTER + index * QUARTER + index * 123.457 + 0.123, 4 + index] as const));
    await world.settle();
    for (const { seriesId } of meters) expect((await world.slotsOf(seriesId)).length).toBeGreaterThan(2);
    const { total, coverage } = await dayReport();
    // 4 + 5 + 6 + 7 by intervals, 3 by the register, and a mean of 5.5 kW over three quarter-hours.
    expect(total.energyKwh).toBeCloseTo(22 + 3 + 4.125, 2);
    expect(coverage.slotWithDataCount).toBe(5);
  });

  it('follows points that come late and points that are corrected', async () => {
    const { machine, seriesId } = await meter('late', { quantity: 'counter' });
    await configure(seriesId);
    await write(machine, [[FROM, 100], [FROM + 2 * QUARTER, 108]]);
    await world.settle();
    expect(await energies(seriesId)).toEqual([4, 4]);
    await write(machine, [[FROM + QUARTER, 101]]);
    await world.settle();
    expect(await energies(seriesId)).toEqual([1, 7]);
    await write(machine, [[FROM + QUARTER, 106]]);
    await world.settle();
    expect(await energies(seriesId)).toEqual([6, 2]);
    expect((await dayReport()).total.energyKwh).toBe(8);
  });

  it('gives a counter live what a computation anew gives, across outages, faults and seams', async () => {
    for (const seed of [3, 11]) {
      const next = random(seed);
      const { machine, seriesId } = await meter(`random ${seed}`, { quantity: 'counter' });
      await configure(seriesId);
      let [atMs, shown] = [FROM, 50];
      const points = Array.from({ length: 12 }, (_, index): readonly [number, number] => {
        // One silence is longer than the pieces in which a computation anew goes through a record.
        atMs += (index === 6 ? 33 * DAY_MS : [20 * MINUTE_MS, HOUR_MS, HOUR_MS, 5 * DAY_MS][next(4)]!) + next(MINUTE_MS);
        shown = next(8) === 0 ? next(5) : shown + next(20);
        return [atMs, [shown, shown, shown, next(60), shown + 500, -1][next(6)]!];
      });
      const mixed = points.map((point) => ({ point, place: next(1_000) })).sort((x, y) => x.place - y.place);
      for (let written = 0; written < mixed.length; written += 2) {
        await write(machine, mixed.slice(written, written + 2).map(({ point }) => point));
        await world.settle();
      }
      const live = await world.slotsOf(seriesId);
      await world.database.sql('DELETE FROM energy_slot WHERE series_id = $1', [seriesId]);
      await configure(seriesId);
      await world.settle();
      expect(live.length).toBeGreaterThan(100);
      expect(await world.slotsOf(seriesId)).toEqual(live);
    }
  }, 180_000);
});

describe('one metric that cannot be computed', () => {
  it('keeps none of the others from it, and tries again by itself', async () => {
    const [bad, good] = [await meter('bad', { quantity: 'counter' }), await meter('good', { quantity: 'counter' })];
    await configure(bad.seriesId, good.seriesId);
    await world.database.sql(`UPDATE series SET quantity = 'gauge' WHERE id = $1`, [bad.seriesId]);
    for (const { machine } of [bad, good]) await write(machine, [[FROM, 1], [FROM + QUARTER, 3]]);
    await world.settle();
    expect(await energies(good.seriesId)).toEqual([2]);
    await world.describe(bad.seriesId, { quantity: 'counter' });
    await world.settle();
    expect(await energies(bad.seriesId)).toEqual([2]);
  });

  it('is nothing to do where its machine is gone', async () => {
    const { machine, seriesId } = await meter('gone', { quantity: 'counter' });
    await configure(seriesId);
    await world.database.sql('DELETE FROM series WHERE id = $1', [seriesId]);
    await expect(world.refresh.execute(world.a.actor.tenantId, { subscriptionId, seriesId, fromMs: FROM, toMs: FROM + 1 })).resolves.toBeUndefined();
    expect(machine.tenantId).toBe(world.a.actor.tenantId);
  });
});

describe('a computation that is cut short', () => {
  it('is done to the end after the queue was wiped', async () => {
    const { machine, seriesId } = await meter('wiped', { quantity: 'counter' });
    await write(machine, [0, 1, 2, 3].map((quarter) => [FROM + quarter * QUARTER, quarter] as const));
    await configure(seriesId);
    await world.refresh.execute(world.a.actor.tenantId, { subscriptionId, seriesId, fromMs: FROM, toMs: FROM + QUARTER });
    await world.database.sql('DELETE FROM energy_slot WHERE series_id = $1 AND start_at > $2', [seriesId, new Date(FROM)]);
    await world.database.sql(`UPDATE outbox SET state = 'issued', issued_at = now() - interval '1 minute' WHERE state = 'pending'`);
    const outbox = await watchOutbox(world.database);
    const runner = await JobRunner.start({
      databaseUrl: world.database.databaseUrl,
      system: world.db.system,
      catalogue: [refreshEnergy, telemetryRolledUp],
      instances: Object.values(world.handlers),
      log: world.log,
      metrics: createMetrics('test'),
    });
    await runner.relay.sweep();
    await outbox.settled(subscriptionId);
    await runner.close();
    await outbox.close();
    expect((await world.progress.execute(world.a.actor, subscriptionId)).isComputing).toBe(false);
    expect(await energies(seriesId)).toEqual([1, 1, 1]);
  });
});

describe('a subscription that ends', () => {
  it('finds pending jobs nothing to do and refuses reports; a new one begins anew', async () => {
    const { machine, seriesId } = await meter('ended', { quantity: 'counter' });
    await write(machine, [[FROM, 1], [FROM + QUARTER, 3]]);
    await configure(seriesId);
    await world.unsubscribe.execute(world.a.actor, subscriptionId);
    await world.settle();
    expect(await world.slotsOf(seriesId)).toEqual([]);
    await expect(dayReport()).rejects.toMatchObject({ code: 'SUBSCRIPTION.ENDED' });
    const ended = subscriptionId;
    subscriptionId = await world.subscribe(world.a.actor);
    await expect(dayReport()).rejects.toMatchObject({ code: 'SUBSCRIPTION.NOT_CONFIGURED' });
    await configure(seriesId);
    await world.settle();
    expect((await dayReport()).total.energyKwh).toBe(2);
    await expect(dayReport(ended)).rejects.toMatchObject({ code: 'SUBSCRIPTION.ENDED' });
  });
});
