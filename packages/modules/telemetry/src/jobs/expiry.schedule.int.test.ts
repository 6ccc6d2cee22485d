import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReadKeptFrom } from '@tenon/billing';
import type { TenantId } from '@tenon/kernel';
import { ExpireReadings } from '../application/expire-readings.js';
import { ExpiryRepository } from '../persistence/expiry.repository.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { ExpirySchedule } from './expiry.schedule.js';

let world: TelemetryWorld;
beforeAll(async () => {
  world = await telemetryWorld();
});
afterAll(() => world.close());

it('looks at every company that has sent something and is not closed, and at the others though one fails', async () => {
  const { a, b, database, db } = world;
  for (const company of [a, b]) await world.writer.write(await company.machine('sends'), [{ atMs: Date.UTC(2026, 2, 1), values: { t: 1 } }]);
  const asked: TenantId[] = [];
  class Failing extends ExpireReadings {
    override execute(...[tenantId, signal]: Parameters<ExpireReadings['execute']>): ReturnType<ExpireReadings['execute']> {
      asked.push(tenantId);
      return tenantId === asked[0] ? Promise.reject(new Error('broken')) : super.execute(tenantId, signal);
    }
  }
  const expiry = new ExpiryRepository();
  const schedule = new ExpirySchedule(db.system, expiry, new Failing(db.tenant, new ReadKeptFrom(), expiry), world.log);
  await schedule.execute();
  expect([...asked].sort()).toEqual([a.actor.tenantId, b.actor.tenantId].sort());
  await database.sql(`UPDATE tenant SET state = 'closed' WHERE id = $1`, [b.actor.tenantId]);
  asked.length = 0;
  await schedule.execute();
  expect(asked).toEqual([a.actor.tenantId]);
});
