import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawModel, type SeenMetric } from '@tenon/domain/device-types';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { TelemetrySeenMetrics } from './telemetry-seen-metrics.js';

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const seen = (machine: TestMachine, keys?: readonly string[]): Promise<SeenMetric[]> =>
  world.db.tenant.read(world.a.actor, (tx) => new TelemetrySeenMetrics().ofDevice(tx, machine.deviceId, keys));

describe('what a machine has sent', () => {
  it('is told by extremes of a month and by the newest values, rolled up or not', async () => {
    const machine = await world.a.machine('press');
    const nowMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
    const steady = Array.from({ length: 300 }, (_, n) => ({ atMs: nowMs - n * 5_000, values: { oil_temp_c: 40 + (n % 5), machine_state: n % 50 === 0 ? 'idle' : 'running', heater_on: true } }));
    await world.writer.write(machine, [
      { atMs: nowMs - 40 * DAY_MS, values: { oil_temp_c: 300 } },
      { atMs: nowMs - 20 * DAY_MS, values: { oil_temp_c: 71 } },
      { atMs: nowMs - 2 * HOUR_MS, values: { oil_temp_c: 12 } },
      ...steady,
    ]);
    for (const isRolledUp of [false, true]) {
      if (isRolledUp) await cases.rollUpBefore();
      const found = await seen(machine);
      expect(found.map(({ key, valueKind, lowest, highest, recent }) => [key, valueKind, lowest, highest, recent.length])).toEqual([
        ['heater_on', 'boolean', null, null, 200],
        ['machine_state', 'text', null, null, 200],
        ['oil_temp_c', 'number', 12, 71, 200],
      ]);
      expect(drawModel(found).metrics.map(({ key, kind, range, values, intervalMs }) => [key, kind, range, values.map(({ value }) => value), intervalMs])).toEqual([
        ['heater_on', 'boolean', null, [], 5_000],
        ['machine_state', 'enumeration', null, ['idle', 'running'], 5_000],
        ['oil_temp_c', 'integer', { min: 0, max: 85 }, [], 5_000],
      ]);
    }
  });

  it('is asked of some metrics only, of none that there is not, and of no other company', async () => {
    const machine = await world.a.machine('saw');
    await world.writer.write(machine, [{ atMs: Date.now(), values: { a: 1, b: 2 } }]);
    expect((await seen(machine, ['b', 'c'])).map(({ key, lowest, highest }) => [key, lowest, highest])).toEqual([['b', 2, 2]]);
    expect(await seen(await world.a.machine('new'))).toEqual([]);
    const theirs = await world.b.machine('theirs');
    await world.writer.write(theirs, [{ atMs: Date.now(), values: { a: 1 } }]);
    expect(await seen(theirs)).toEqual([]);
  });
});
