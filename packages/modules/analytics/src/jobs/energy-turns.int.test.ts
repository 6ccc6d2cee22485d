import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { telemetryRolledUp } from '@tenon/contracts/events';
import { refreshEnergy } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { HandlesJob, JobRunner, type JobContext } from '@tenon/queue';
import { createMetrics } from '@tenon/runtime';
import { watchOutbox } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import type { TestCompany } from '../../../telemetry/src/testing/telemetry-world.js';
import { energyWorld, type EnergyWorld } from '../testing/energy-world.js';
import { TelemetryRolledUpHandler } from './telemetry-rolled-up.handler.js';

const FROM = Date.UTC(2026, 2, 2);
const BURST = 200;

let world: EnergyWorld;
beforeAll(async () => (world = await energyWorld()));
guardBystander({ database: () => world.database });
afterAll(() => world.close());

/** A machine with a reading an hour for some hours, which a company's Energy & carbon reads and has not computed. */
async function meter(company: TestCompany, hours: number): Promise<{ seriesId: number; deviceId: string }> {
  const machine = await company.machine('meter');
  const seriesId = await world.writer.seriesId(machine, 'e', 0);
  await world.describe(seriesId, { quantity: 'counter' });
  await world.configure(company.actor, await world.subscribe(company.actor), [seriesId]);
  await world.writer.write(machine, Array.from({ length: hours + 1 }, (_, hour) => ({ atMs: FROM + hour * HOUR_MS, values: { e: hour } })));
  return { seriesId, deviceId: machine.deviceId };
}

it('has one company’s result after a few jobs of another that rolls up again and again', async () => {
  const [burst, newcomer] = [await meter(world.a, BURST), await meter(world.b, 2)];
  const tell = (company: TestCompany, deviceId: string, hour: number): Promise<void> =>
    world.db.tenant.transaction(systemActor(company.actor.tenantId), (tx) =>
      tx.publish(telemetryRolledUp, { ranges: [{ deviceId, fromMs: FROM + hour * HOUR_MS, toMs: FROM + hour * HOUR_MS + MINUTE_MS }] }));
  // Nobody works yet; what is told far apart stays apart, and some lies in the past of what was told before.
  for (let told = 0; told < BURST; told += 1) await tell(world.a, burst.deviceId, (told * 7) % (BURST + 1));
  for (const hour of [0, 1, 2]) await tell(world.b, newcomer.deviceId, hour);
  const turns: string[] = [];
  @HandlesJob(telemetryRolledUp)
  class Noted extends TelemetryRolledUpHandler {
    override async handle(context: JobContext<typeof telemetryRolledUp>): Promise<void> {
      await super.handle(context);
      turns.push(context.actor?.tenantId === world.b.actor.tenantId ? `${(await world.slotsOf(newcomer.seriesId)).length} slots` : 'another’s');
    }
  }
  const noted = Object.assign(Object.create(Noted.prototype) as Noted, world.handlers.rolledUp);
  const outbox = await watchOutbox(world.database);
  const runner = await JobRunner.start({
    databaseUrl: world.database.databaseUrl,
    system: world.db.system,
    catalogue: [refreshEnergy, telemetryRolledUp],
    instances: [world.handlers.refresh, noted],
    log: world.log,
    metrics: createMetrics('test'),
    concurrency: { events: 1 },
  });
  await outbox.idle();
  await runner.close();
  await outbox.close();
  expect(turns).toEqual(['another’s', '8 slots']);
  const slots = await world.slotsOf(burst.seriesId);
  expect(slots[0]?.[0]).toBe(FROM);
  expect(slots.reduce((sum, [, energyKwh]) => sum + energyKwh, 0)).toBeCloseTo(BURST, 6);
  expect(slots.at(-1)?.[0]).toBeLessThan(FROM + (BURST / 24 + 1) * DAY_MS);
}, 120_000);
