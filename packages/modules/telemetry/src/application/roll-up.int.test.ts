import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PointMeter } from '@tenon/billing';
import { telemetryRolledUp } from '@tenon/contracts/events';
import type { Bucket } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { NaiveStore } from '../testing/naive-store.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { RollUp } from './roll-up.js';

const FROM = Date.UTC(2026, 2, 31, 20);
const FOREVER = FROM + 400 * DAY_MS;

let world: TelemetryWorld;
let rollUp: RollUp;
beforeAll(async () => {
  world = await telemetryWorld();
  rollUp = new RollUp(world.db.tenant, new DirtyMinutesRepository(), new RollUpRepository(), new PointMeter());
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

async function rollUpAll(maxMinutes = 1_000): Promise<void> {
  for (const { actor } of [world.a, world.b]) while ((await rollUp.execute(actor.tenantId, { beforeMs: FOREVER, maxMinutes })).hasMore);
}

/** The values are multiples of 1/8, but sums of any grouping must do. */
const nearly = (bucket: Bucket) => ({ ...bucket, sum: expect.closeTo(bucket.sum, 6) as unknown as number });

async function expectRight(machine: TestMachine, naive: NaiveStore): Promise<void> {
  const minutes = await storedRollUps(world, machine, 'minute');
  const hours = await storedRollUps(world, machine, 'hour');
  for (const key of naive.keys()) {
    expect(minutes(key)).toEqual(naive.buckets(key, MINUTE_MS).map(nearly));
    expect(hours(key)).toEqual(naive.buckets(key, HOUR_MS).map(nearly));
  }
}

/** Messages over a month's end, across shapes: repeated stamps, late ones, microseconds, and now and then no number. */
function messages(seed: number, count: number): TestMessage[] {
  let state = seed;
  const next = (below: number) => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
  const keySets = [['t'], ['t', 'p'], ['p', 't'], ['p'], ['t', 'q', 'p']];
  return Array.from({ length: count }, () => {
    const keys = keySets[next(keySets.length)] ?? ['t'];
    const atMs = FROM + next(8 * 60) * MINUTE_MS + next(4) * 15 * SECOND_MS + (next(3) === 0 ? 0.25 : 0);
    return { atMs, values: Object.fromEntries(keys.map((key) => [key, next(12) === 0 ? 'fault' : next(1_000) / 8])) };
  });
}

describe('RollUp', () => {
  it('equals a plain recomputation, whatever came late, twice, or in another shape', async () => {
    for (const seed of [1, 2, 3]) {
      const [mine, theirs] = [await world.a.machine(`m${seed}`), await world.b.machine(`m${seed}`)];
      const [naive, naiveB] = [new NaiveStore(), new NaiveStore()];
      for (let round = 0; round < 4; round += 1) {
        const batch = messages(seed * 100 + round, 60);
        naive.add(batch);
        await world.writer.write(mine, batch);
        if (round > 1) continue;
        const other = messages(seed * 100 + round + 50, 20);
        naiveB.add(other);
        await world.writer.write(theirs, other);
        await rollUpAll(round === 0 ? 7 : 1_000);
      }
      await rollUpAll(40);
      await expectRight(mine, naive);
      await expectRight(theirs, naiveB);
    }
  }, 30_000);

  it('leaves no minute marked, and tells the ranges of each machine once they are right', async () => {
    await rollUpAll();
    await world.database.sql(`DELETE FROM outbox WHERE state = 'pending'`);
    const machine = await world.a.machine('told');
    await world.writer.write(machine, [0, 15, 30, 45, 600].map((minute) => ({ atMs: FROM + minute * MINUTE_MS + 1, values: { t: 1 } })));
    await rollUpAll();
    expect(await world.database.sql(`SELECT 1 FROM telemetry_head WHERE NOT isempty(dirty)`)).toEqual([]);
    expect(await world.database.sql(`SELECT tenant_id AS "tenantId", job, payload FROM outbox WHERE state = 'pending'`)).toEqual([
      {
        tenantId: world.a.actor.tenantId,
        job: telemetryRolledUp.name,
        payload: {
          ranges: [
            { deviceId: machine.deviceId, fromMs: FROM, toMs: FROM + 46 * MINUTE_MS },
            { deviceId: machine.deviceId, fromMs: FROM + 600 * MINUTE_MS, toMs: FROM + 601 * MINUTE_MS },
          ],
        },
      },
    ]);
  });

  it('forgets minutes and hours whose only number was replaced by something else', async () => {
    const machine = await world.a.machine('gone');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }, { atMs: FROM + 2 * HOUR_MS, values: { t: 2 } }]);
    await rollUpAll();
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 'off' } }]);
    await rollUpAll();
    for (const table of ['minute', 'hour'] as const) expect((await storedRollUps(world, machine, table))('t').map(({ fromMs }) => fromMs)).toEqual([FROM + 2 * HOUR_MS]);
  });

  it('leaves alone a series of which it reads only some shapes', async () => {
    const machine = await world.a.machine('partly');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1, p: 1 } }, { atMs: FROM + 1, values: { p: 2 } }]);
    await rollUpAll();
    await world.writer.write(machine, [{ atMs: FROM + 2, values: { t: 3 } }]);
    await rollUpAll();
    const minutes = await storedRollUps(world, machine, 'minute');
    expect([minutes('t'), minutes('p')]).toMatchObject([[{ count: 2, sum: 4 }], [{ count: 2, sum: 3 }]]);
  });

  it('takes the newest minutes first and no more than asked for', async () => {
    const machine = await world.a.machine('slices');
    await world.writer.write(machine, Array.from({ length: 10 }, (_, i) => ({ atMs: FROM + i * MINUTE_MS, values: { t: i } })));
    expect(await rollUp.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 4 })).toEqual({ minutes: 4, hasMore: true, aggregates: 4, points: 4, damaged: [] });
    expect((await storedRollUps(world, machine, 'minute'))('t').map(({ last }) => last)).toEqual([6, 7, 8, 9]);
    await rollUpAll();
    expect((await storedRollUps(world, machine, 'hour'))('t')).toMatchObject([{ count: 10, sum: expect.closeTo(45, 6) }]);
  });

  it('leaves minutes that still run for later', async () => {
    const machine = await world.a.machine('running');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }, { atMs: FROM + MINUTE_MS, values: { t: 2 } }]);
    await rollUp.execute(world.a.actor.tenantId, { beforeMs: FROM + MINUTE_MS, maxMinutes: 100 });
    expect((await storedRollUps(world, machine, 'minute'))('t').map(({ last }) => last)).toEqual([1]);
    await rollUpAll();
  });

  it('adds up values whose sum no double can hold', async () => {
    const machine = await world.a.machine('huge');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1.7e308 } }, { atMs: FROM + 1, values: { t: 1.7e308 } }]);
    await rollUpAll();
    expect((await storedRollUps(world, machine, 'hour'))('t')).toMatchObject([{ count: 2, max: 1.7e308 }]);
  });
});
