import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sumSlots, type EnergySlot } from '@tenon/domain/energy';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { random } from '../../../telemetry/src/testing/random.js';
import { energyWorld, type EnergyWorld } from '../testing/energy-world.js';

const FROM = Date.UTC(2026, 2, 2);
const QUARTER = 15 * MINUTE_MS;
const range = { fromMs: FROM, toMs: FROM + DAY_MS };

let world: EnergyWorld;
beforeAll(async () => {
  world = await energyWorld();
});
guardBystander({ database: () => world.database });
afterAll(() => world.close());

describe('the slots of several metrics', () => {
  it('are added up as the domain does, to the milliwatt-hour, and end where their own ends are', async () => {
    const { actor } = world.a;
    const subscriptionId = await world.subscribe(actor);
    const next = random(7);
    const machine = await world.a.machine('plant');
    const ids = [await world.writer.seriesId(machine, 'x', 0), await world.writer.seriesId(machine, 'y', 0), await world.writer.seriesId(machine, 'silent', 0)];
    const slotsOf = (): EnergySlot[] =>
      Array.from({ length: 96 }, (_, index) => index)
        .filter(() => next(4) > 0)
        .map((index) => ({ startMs: FROM + index * QUARTER, energyKwh: next(10_000_000) / 1e6, coveredMs: 1 + next(QUARTER), isEstimated: next(9) === 0 }));
    const meters = [slotsOf(), slotsOf(), []];
    await world.db.tenant.transaction(actor, async (tx) => {
      for (const [index, slots] of meters.entries()) await world.slots.replace(tx, { subscriptionId, seriesId: ids[index]! }, range, slots);
    });
    const read = await world.db.tenant.transaction(actor, (tx) => world.slots.listSums(tx, subscriptionId, ids, range));
    const whole = ({ energyKwh, ...slot }: EnergySlot) => ({ ...slot, milliwattHours: Math.round(energyKwh * 1e6) });
    expect(read.map(whole)).toEqual(sumSlots(meters).map(whole));
    const extent = await world.db.tenant.transaction(actor, (tx) => world.slots.extent(tx, subscriptionId, ids));
    const starts = meters.flat().map(({ startMs }) => startMs);
    expect(extent).toEqual({ from: new Date(Math.min(...starts)), until: new Date(Math.max(...starts) + QUARTER) });
    expect(await world.db.tenant.transaction(actor, (tx) => world.slots.extent(tx, subscriptionId, ids.slice(2)))).toEqual({ from: null, until: null });
  });
});
