import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LIVE_CHANNEL } from '@tenon/contracts/wire';
import type { TenantTx } from '@tenon/db';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { EventEmitter, once } from 'node:events';
import { PointMeter } from '@tenon/billing';
import { guardBystander } from '@tenon/testing/bystander';
import { RollUp } from '../application/roll-up.js';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import type { TestMachine } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { RollUpListener } from './roll-up.listener.js';
import { RollUpSweeper } from './roll-up.sweeper.js';
import { TelemetryWorkerOptions } from './worker-options.js';

const FROM = Date.UTC(2024, 5, 1);

let world: TelemetryWorld;
beforeAll(async () => (world = await telemetryWorld()));
afterEach(() => void jest.useRealTimers());
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** The repository itself, and machines that go on sending: `send` happens as each slice begins. */
class UnderLoad extends DirtyMinutesRepository {
  constructor(private readonly send: () => Promise<void>) {
    super();
  }

  override async begin(tx: TenantTx): Promise<boolean> {
    await this.send();
    return super.begin(tx);
  }
}

const newSweeper = (dirtyMinutes = new DirtyMinutesRepository()) =>
  new RollUpSweeper(world.db.system, new RollUp(world.db.tenant, dirtyMinutes, new RollUpRepository(), new PointMeter()), dirtyMinutes, world.log);
const minutesOf = async (machine: TestMachine) => (await storedRollUps(world, machine, 'minute'))('t').length;

/** All but waiting stays as it is: the database answers in its own time. */
const REAL = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;

/** Tells when it was woken and when it has swept. */
class ToldSweeper extends RollUpSweeper {
  readonly told = new EventEmitter();

  override wake(): void {
    super.wake();
    this.told.emit('woken');
  }

  override async sweep(beforeMs: number): Promise<void> {
    await super.sweep(beforeMs);
    this.told.emit('swept');
  }
}

describe('RollUpSweeper', () => {
  it('rolls up every company, many slices and machines each', async () => {
    const machines = await Promise.all([world.a, world.a, world.b].map((company, index) => company.machine(`m${index}`)));
    for (const machine of machines) await world.writer.write(machine, Array.from({ length: 1_200 }, (_, minute) => ({ atMs: FROM + minute * MINUTE_MS, values: { t: minute } })));
    const crowd = await Promise.all(Array.from({ length: 120 }, (_, index) => world.b.machine(`crowd ${index}`)));
    for (const machine of crowd) await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    await newSweeper().sweep(FROM + 1_000 * HOUR_MS);
    expect(await Promise.all(machines.map(minutesOf))).toEqual([1_200, 1_200, 1_200]);
    expect(await Promise.all(crowd.map(minutesOf))).toEqual(crowd.map(() => 1));
    expect(await world.database.sql(`SELECT 1 FROM telemetry_head WHERE NOT isempty(dirty)`)).toEqual([]);
    expect(await world.database.sql(`SELECT DISTINCT tenant_id FROM outbox WHERE state = 'pending'`)).toHaveLength(2);
  }, 180_000);

  it('ends while machines go on sending: minutes that still run are taken once', async () => {
    const crowd = await Promise.all(Array.from({ length: 100 }, (_, index) => world.a.machine(`steady ${index}`)));
    let slices = 0;
    const send = async (): Promise<void> => {
      slices += 1;
      for (const machine of crowd) await world.writer.write(machine, [{ atMs: Date.now(), values: { t: slices } }]);
    };
    await send();
    await newSweeper(new UnderLoad(send)).sweep(Date.now() + DAY_MS);
    expect(slices).toBeLessThan(10);
    await newSweeper().sweep(Date.now() + DAY_MS);
  }, 60_000);

  it('takes in a company that becomes dirty while it is at another', async () => {
    const [long, late] = await Promise.all([world.a.machine('long'), world.b.machine('late')]);
    await world.writer.write(long, Array.from({ length: 1_200 }, (_, minute) => ({ atMs: FROM + minute * MINUTE_MS, values: { t: minute } })));
    let slices = 0;
    const send = async (): Promise<void> => {
      slices += 1;
      if (slices === 1) await world.writer.write(late, [{ atMs: FROM, values: { t: 1 } }]);
    };
    await newSweeper(new UnderLoad(send)).sweep(FROM + 1_000 * HOUR_MS);
    expect(await Promise.all([long, late].map(minutesOf))).toEqual([1_200, 1]);
  });

  it('runs by itself, is woken by the gateways, and stops when told', async () => {
    const machine = await world.a.machine('alive');
    const { system, tenant } = world.db;
    const dirtyMinutes = new DirtyMinutesRepository();
    const sweeper = new ToldSweeper(system, new RollUp(tenant, dirtyMinutes, new RollUpRepository(), new PointMeter()), dirtyMinutes, world.log);
    const listener = new RollUpListener(new TelemetryWorkerOptions({ databaseUrl: world.database.databaseUrl, keepMonths: 12, compactAfterMs: 0 }), sweeper, world.log);
    await listener.onApplicationBootstrap();
    // Waits are over only when the test says so: by itself it would look again after two seconds.
    jest.useFakeTimers({ doNotFake: [...REAL] });
    const swept = once(sweeper.told, 'swept');
    sweeper.onApplicationBootstrap();
    jest.advanceTimersByTime(0);
    await swept;
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    const [woken, again] = [once(sweeper.told, 'woken'), once(sweeper.told, 'swept')];
    await world.database.sql(`SELECT pg_notify($1, '[]')`, [LIVE_CHANNEL]);
    await woken;
    jest.advanceTimersByTime(500);
    await again;
    expect(await minutesOf(machine)).toBe(1);
    await listener.beforeApplicationShutdown();
    await sweeper.beforeApplicationShutdown();
    const waits = jest.getTimerCount(); // the pools' own
    sweeper.wake();
    expect(jest.getTimerCount()).toBe(waits);
  });
});
