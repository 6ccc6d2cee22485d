import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PointMeter } from '@tenon/billing';
import { systemActor } from '@tenon/domain/identity';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { NaiveStore } from '../testing/naive-store.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { RollUp } from './roll-up.js';

const FROM = Date.UTC(2026, 3, 7, 6);
const FOREVER = FROM + 400 * DAY_MS;
const dirtyMinutes = new DirtyMinutesRepository();
const rollUps = new RollUpRepository();

let world: TelemetryWorld;
let rollUp: RollUp;
beforeAll(async () => {
  world = await telemetryWorld();
  rollUp = new RollUp(world.db.tenant, dirtyMinutes, rollUps, new PointMeter());
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const slice = () => rollUp.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 500 });
const minutesOf = async (machine: TestMachine) => (await storedRollUps(world, machine, 'minute'))('t');

/** Resolves once a connection waits for a lock that another holds. */
async function somebodyWaits(): Promise<void> {
  while ((await world.database.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length === 0);
}

describe('RollUp beside the gateway', () => {
  it('sees a message that commits while it works, at the latest the next time', async () => {
    const machine = await world.a.machine('during');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    let late: Promise<void> | undefined;
    await world.db.tenant.transaction(systemActor(world.a.actor.tenantId), async (tx) => {
      await dirtyMinutes.begin(tx);
      const { machines } = await dirtyMinutes.claim(tx, FOREVER, 500);
      // Its points may be written, but its mark waits for the claimed head, and its commit for the mark.
      late = world.writer.write(machine, [{ atMs: FROM + SECOND_MS, values: { t: 2 } }]);
      await somebodyWaits();
      await rollUps.refresh(tx, machines);
    });
    expect(await minutesOf(machine)).toMatchObject([{ count: 1 }]);
    await late;
    await slice();
    expect(await minutesOf(machine)).toMatchObject([{ count: 2, last: 2 }]);
  });

  it('does not wait for a head the gateway holds, and takes it the next time', async () => {
    const [held, free] = [await world.a.machine('held'), await world.a.machine('free')];
    await world.writer.write(free, [{ atMs: FROM, values: { t: 1 } }]);
    await world.writer.write(held, [{ atMs: FROM, values: { t: 1 } }]);
    await world.writer.write(held, [{ atMs: FROM + 1, values: { t: 2 } }], async () => {
      await slice();
      expect(await minutesOf(free)).toMatchObject([{ count: 1 }]);
      expect(await minutesOf(held)).toEqual([]);
    });
    await slice();
    expect(await minutesOf(held)).toMatchObject([{ count: 2 }]);
  });

  it('leaves everything as it was when it dies before its end', async () => {
    const machine = await world.a.machine('dies');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    const dying = world.db.tenant.transaction(systemActor(world.a.actor.tenantId), async (tx) => {
      await dirtyMinutes.begin(tx);
      await rollUps.refresh(tx, (await dirtyMinutes.claim(tx, FOREVER, 500)).machines);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await minutesOf(machine)).toEqual([]);
    expect(await slice()).toMatchObject({ minutes: 1 });
    expect(await minutesOf(machine)).toMatchObject([{ count: 1 }]);
  });

  it('is the only one at work in a company', async () => {
    const machine = await world.a.machine('alone');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    await world.db.tenant.transaction(systemActor(world.a.actor.tenantId), async (tx) => {
      expect(await dirtyMinutes.begin(tx)).toBe(true);
      expect(await slice()).toEqual({ minutes: 0, hasMore: false, aggregates: 0, points: 0, damaged: [] });
    });
    expect(await slice()).toMatchObject({ minutes: 1 });
  });

  it('is right in the end while several write to the same shapes and several roll up', async () => {
    const machines = [await world.a.machine('busy 1'), await world.a.machine('busy 2')];
    const naive = machines.map(() => new NaiveStore());
    const batches = machines.map((_, machine) => Array.from({ length: 30 }, (_, batch) => busyBatch(machine, batch)));
    batches.forEach((own, index) => naive[index]?.add(own.flat().sort((x, y) => (x.arrival ?? 0) - (y.arrival ?? 0))));
    let isWriting = true;
    const rolling = [1, 2].map(async () => {
      while (isWriting) await rollUp.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 5 });
    });
    await Promise.all(machines.flatMap((machine, index) => [0, 1].map((half) => writeAll(machine, (batches[index] ?? []).filter((_, i) => i % 2 === half)))));
    isWriting = false;
    await Promise.all(rolling);
    while ((await slice()).hasMore);
    for (const [index, machine] of machines.entries()) {
      for (const [table, widthMs] of [['minute', MINUTE_MS], ['hour', HOUR_MS]] as const) {
        const stored = await storedRollUps(world, machine, table);
        for (const key of ['t', 'p']) expect(stored(key)).toEqual(naive[index]?.buckets(key, widthMs));
      }
    }
  }, 30_000);
});

async function writeAll(machine: TestMachine, batches: readonly TestMessage[][]): Promise<void> {
  for (const batch of batches) await world.writer.write(machine, batch);
}

/** Few minutes and few stamps, so that everybody writes to the same ones; whole numbers, so that sums are exact. */
function busyBatch(machine: number, batch: number): TestMessage[] {
  const shapes = [['t'], ['t', 'p'], ['p', 't']];
  return Array.from({ length: 6 }, (_, i) => {
    const dice = (machine + 1) * 7_919 + batch * 104_729 + i * 1_299_709;
    const value = dice % 1_009;
    const keys = shapes[(batch + i) % shapes.length] ?? [];
    return { atMs: FROM + (dice % 90) * MINUTE_MS + (dice % 3) * SECOND_MS, arrival: batch * 10 + i + 1, values: Object.fromEntries(keys.map((key) => [key, value])) };
  });
}
