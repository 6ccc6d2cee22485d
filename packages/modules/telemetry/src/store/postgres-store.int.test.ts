import { afterAll, beforeAll } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { postgresStore } from '../testing/query-cases.js';
import { storeContract, type StoreUnderTest } from '../testing/store-contract.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

let world: TelemetryWorld;
beforeAll(async () => {
  world = await telemetryWorld();
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

async function open(): Promise<StoreUnderTest> {
  const cases = telemetryCases(world);
  const machines = { a: await world.a.machine('one'), b: await world.b.machine('other') };
  return {
    store: postgresStore(world),
    a: world.a.actor,
    b: world.b.actor,
    seriesId: (of, key) => world.writer.seriesId(machines[of], key, 0),
    write: (to, messages) => world.writer.write(machines[to], messages),
    // The first day into blocks, all of it into minutes and hours.
    keep: async () => {
      await cases.rollUpBefore();
      await cases.compact(machines.a, Date.UTC(2026, 4, 5));
    },
    forget: (seriesIds, range) => cases.forgetReadings.execute(world.a.actor, { deviceId: machines.a.deviceId, seriesIds, range }, new AbortController().signal),
    close: () => Promise.resolve(),
  };
}

storeContract('PostgreSQL', open);
