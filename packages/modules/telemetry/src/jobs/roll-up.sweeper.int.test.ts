import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIVE_CHANNEL } from '@tenon/contracts/wire';
import type { TenantTx } from '@tenon/db';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
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
afterAll(() => world.close());

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
  new RollUpSweeper(world.db.system, new RollUp(world.db.tenant, dirtyMinutes, new RollUpRepository()), dirtyMinutes, world.log);
const minutesOf = async (machine: TestMachine) => (await storedRollUps(world, machine, 'minute'))('t').length;

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
    expect(await world.database.sql(`SELECT DISTINCT tenant_id FROM outbox`)).toHaveLength(2);
  }, 60_000);

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
    const sweeper = newSweeper();
    const listener = new RollUpListener(new TelemetryWorkerOptions(world.database.databaseUrl, 12), sweeper, world.log);
    await listener.onApplicationBootstrap();
    sweeper.onApplicationBootstrap();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    await world.database.sql(`SELECT pg_notify($1, '[]')`, [LIVE_CHANNEL]);
    const startedMs = Date.now();
    while ((await minutesOf(machine)) === 0 && Date.now() - startedMs < 10_000) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Date.now() - startedMs).toBeLessThan(1_500);
    await listener.beforeApplicationShutdown();
    await sweeper.beforeApplicationShutdown();
    await world.writer.write(machine, [{ atMs: FROM + MINUTE_MS, values: { t: 1 } }]);
    sweeper.wake();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await minutesOf(machine)).toBe(1);
  }, 30_000);
});
