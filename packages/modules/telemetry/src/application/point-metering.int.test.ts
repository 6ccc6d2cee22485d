import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PointMeter } from '@tenon/billing';
import { localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { RollUpRepository } from '../persistence/roll-up.repository.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { RollUp } from './roll-up.js';

const HOUR = Date.UTC(2026, 4, 4, 8);
/** Where companies begin. */
const ZONE = 'Asia/Shanghai';
const FOREVER = HOUR + 1_000_000 * HOUR_MS;

let world: TelemetryWorld;
let rollUp: RollUp;
let machine: TestMachine;
let count = 0;
beforeAll(async () => {
  world = await telemetryWorld();
  rollUp = new RollUp(world.db.tenant, new DirtyMinutesRepository(), new RollUpRepository(), new PointMeter());
});
beforeEach(async () => {
  for (const table of ['meter_reading', 'full_day', 'plan_limit', 'quota_notice']) await world.database.sql(`DELETE FROM ${table} WHERE tenant_id = $1`, [world.a.actor.tenantId]);
  machine = await world.a.machine(`m${(count += 1)}`);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const company = (): string => world.a.actor.tenantId;
const send = (messages: readonly TestMessage[], by = machine): Promise<void> => world.writer.write(by, messages);
const at = (seconds: number, values: TestMessage['values']): TestMessage => ({ atMs: HOUR + seconds * SECOND_MS, values });
async function settle(): Promise<void> {
  while ((await rollUp.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 1_000 })).hasMore);
}
const read = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await world.database.sql<{ hour: Date; quantity: string }>(`SELECT hour, quantity FROM meter_reading WHERE tenant_id = $1 AND meter = 'pointsADay' ORDER BY hour`, [company()])).map(({ hour, quantity }) => [hour.toISOString().slice(11, 16), Number(quantity)]));
const fullDays = async (): Promise<string[]> => (await world.database.sql<{ day: string }>(`SELECT day::text FROM full_day WHERE tenant_id = $1 ORDER BY day`, [company()])).map(({ day }) => day);
const capPoints = (cap: number): Promise<unknown> => world.database.sql(`INSERT INTO plan_limit (tenant_id, meter, cap) VALUES ($1, 'pointsADay', $2) ON CONFLICT (tenant_id, meter) DO UPDATE SET cap = excluded.cap`, [company(), cap]);

describe('points that are counted', () => {
  it('are distinct ones, in the hour of their own time, for their own company', async () => {
    await send([at(0, { t: 1, p: 2 }), at(1, { t: 1 }), at(3_600, { t: 1 })]);
    await world.writer.write(await world.b.machine('other'), [at(0, { t: 1 })]);
    await settle();
    expect(await read()).toEqual({ '08:00': 3, '09:00': 1 });
  });

  it('are counted once, however often they come and whenever', async () => {
    const messages = [at(0, { t: 1, p: 2 }), at(60, { t: 3 })];
    await send(messages);
    await settle();
    await send(messages);
    await settle();
    await send([at(60, { t: 4 }), ...messages, at(61, { t: 5 })]);
    await settle();
    await settle();
    expect(await read()).toEqual({ '08:00': 4 });
  });

  it('are no more when a later message takes them back, and not counted twice when they come again', async () => {
    await send([at(0, { t: 1 }), at(1, { t: 1 })]);
    await settle();
    await send([at(0, { t: 'fault' })]);
    await settle();
    expect(await read()).toEqual({ '08:00': 1 });
    await send([at(1, { t: 'fault' })]);
    await settle();
    expect(await read()).toEqual({ '08:00': 0 });
    await send([at(1, { t: 7 })]);
    await settle();
    expect(await read()).toEqual({ '08:00': 1 });
  });

  it('stay counted when their machine is gone', async () => {
    await send([at(0, { t: 1 }), at(1, { t: 1 })]);
    await settle();
    await world.database.sql('DELETE FROM device WHERE id = $1', [machine.deviceId]);
    const next = await world.a.machine('next');
    await send([at(2, { t: 1 })], next);
    await settle();
    expect(await read()).toEqual({ '08:00': 3 });
  });

  it('are neither lost nor doubled by a roll-up that is killed before it commits', async () => {
    class Killed extends PointMeter {
      override async add(...grown: Parameters<PointMeter['add']>): Promise<void> {
        await super.add(...grown);
        throw new Error('killed');
      }
    }
    const killed = new RollUp(world.db.tenant, new DirtyMinutesRepository(), new RollUpRepository(), new Killed());
    await send([at(0, { t: 1 }), at(1, { t: 1 })]);
    await expect(killed.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 1_000 })).rejects.toThrow('killed');
    expect(await read()).toEqual({});
    await settle();
    expect(await read()).toEqual({ '08:00': 2 });
  });

  it('come to the same in slices, and by two workers at once', async () => {
    await send(Array.from({ length: 40 }, (_, n) => at(n * 60, { t: n, p: n })));
    const slice = () => rollUp.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 7 });
    for (let more = true; more; ) more = (await Promise.all([slice(), slice()])).some(({ hasMore }) => hasMore);
    await settle();
    expect(await read()).toEqual({ '08:00': 80 });
  });
});

describe('a day of as many points as may be', () => {
  it('is full from there on, by the company’s own days, and has room again when less of it is left', async () => {
    await capPoints(3);
    // 8 and 15 o'clock UTC are 4 May in Shanghai, 16 o'clock is the 5th.
    await send([at(0, { t: 1 }), at(7 * 3_600, { t: 1 }), at(8 * 3_600, { t: 1 })]);
    await settle();
    expect(await fullDays()).toEqual([]);
    await send([at(1, { t: 1 })]);
    await settle();
    expect(await fullDays()).toEqual(['2026-05-04']);
    const [day] = await world.database.sql<{ from_at: Date; to_at: Date; points: string }>('SELECT from_at, to_at, points FROM full_day WHERE tenant_id = $1', [company()]);
    expect([day?.from_at.toISOString(), day?.to_at.toISOString(), day?.points]).toEqual(['2026-05-03T16:00:00.000Z', '2026-05-04T16:00:00.000Z', '3']);
    await send([at(1, { t: 'fault' })]);
    await settle();
    expect(await fullDays()).toEqual([]);
  });

  it('is told to the gateways when it fills, once', async () => {
    await capPoints(1);
    const told: string[] = [];
    class Told extends PointMeter {
      override add(...[tx, grown]: Parameters<PointMeter['add']>): Promise<void> {
        const notify = tx.notify.bind(tx);
        tx.notify = async (channel, message) => {
          told.push(`${channel} ${JSON.stringify(message)}`);
          await notify(channel, message);
        };
        return super.add(tx, grown);
      }
    }
    const telling = new RollUp(world.db.tenant, new DirtyMinutesRepository(), new RollUpRepository(), new Told());
    for (const second of [0, 1, 2]) {
      await send([at(second, { t: 1 })]);
      await telling.execute(world.a.actor.tenantId, { beforeMs: FOREVER, maxMinutes: 1_000 });
    }
    expect(told).toEqual([`tenon_device {"kind":"full-days","tenantId":"${company()}"}`]);
  });
});

describe('the owner', () => {
  it('is told at 80 and 100 % of a day’s quota, once a month', async () => {
    await capPoints(10);
    // Not before midnight, shortly after it: that would be yesterday's quota.
    const today = Math.max(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 2 * MINUTE_MS, startOfLocalDay(ZONE, localTimeAt(ZONE, Date.now()).localDay));
    const now = (n: number): TestMessage => ({ atMs: today + n, values: { t: 1 } });
    const shares = async (): Promise<number[]> => (await world.database.sql<{ share: number }>('SELECT share FROM quota_notice WHERE tenant_id = $1 ORDER BY share', [company()])).map(({ share }) => share);
    const step = async (from: number, to: number): Promise<number[]> => {
      await send(Array.from({ length: to - from }, (_, n) => now(from + n)));
      await settle();
      return shares();
    };
    expect([await step(0, 7), await step(7, 8), await step(8, 9), await step(9, 10), await step(10, 12)]).toEqual([[], [80], [80], [80, 100], [80, 100]]);
    // It falls below, and rises once more.
    await send(Array.from({ length: 6 }, (_, n) => ({ ...now(6 + n), values: { t: 'fault' } })));
    await settle();
    expect(await step(20, 26)).toEqual([80, 100]);
    const events = await world.database.sql<{ payload: object }>(`SELECT payload FROM outbox WHERE tenant_id = $1 AND job = 'billing.quota-reached' ORDER BY id`, [company()]);
    expect(events.map(({ payload }) => payload)).toMatchObject([{ meter: 'pointsADay', share: 80 }, { meter: 'pointsADay', share: 100 }]);
  });
});
