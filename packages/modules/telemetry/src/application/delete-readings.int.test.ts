import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteReadings, type PayloadOf } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type TimeRange } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { DeleteReadingsHandler } from '../jobs/delete-readings.handler.js';
import { NaiveStore } from '../testing/naive-store.js';
import { random } from '../testing/random.js';
import { storedRollUps } from '../testing/stored-roll-ups.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine, TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

const FROM = Date.UTC(2026, 4, 30, 12);
const ALL: TimeRange = { fromMs: FROM - DAY_MS, toMs: FROM + 9 * DAY_MS };

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** Three days, over a month's end; what stands together in one message, and what stands alone. */
function messages(seed: number): TestMessage[] {
  const next = random(seed);
  const keySets = [['t'], ['t', 'p'], ['p', 'u', 't']];
  return Array.from({ length: 240 }, () => ({
    atMs: FROM + next(72 * 12) * 5 * MINUTE_MS + next(3) * 20 * SECOND_MS,
    values: Object.fromEntries((keySets[next(3)] ?? []).map((key) => [key, next(9) === 0 ? 'off' : next(1_000) / 8])),
  }));
}

/** Asks for it and does it, as a job does; gives the job's payload. */
async function remove(machine: TestMachine, keys: string[], range: TimeRange): Promise<PayloadOf<typeof deleteReadings>> {
  await cases.deleteReadings.execute(world.a.actor, { deviceId: machine.deviceId, keys, range });
  const [promised] = await world.database.sql<{ payload: PayloadOf<typeof deleteReadings> }>(`DELETE FROM outbox WHERE job = $1 RETURNING payload`, [deleteReadings.name]);
  const payload = deleteReadings.payload.parse(promised?.payload);
  const handler = new DeleteReadingsHandler(cases.forgetReadings);
  for (let twice = 0; twice < 2; twice += 1) await handler.handle({ payload, actor: systemActor(world.a.actor.tenantId), attempt: 1, signal: new AbortController().signal, log: world.log });
  return payload;
}

async function expectShown(machine: TestMachine, naive: NaiveStore, keys: readonly string[]): Promise<void> {
  const reader = world.a.app('telemetry:read');
  const [minutes, hours] = [await storedRollUps(world, machine, 'minute'), await storedRollUps(world, machine, 'hour')];
  for (const key of keys) {
    const seriesId = await world.writer.seriesId(machine, key, 0);
    expect(await world.db.tenant.transaction(reader, (tx) => cases.readPoints.seriesPoints(tx, seriesId, ALL))).toEqual(naive.numbers(key));
    const nearly = (widthMs: number) => naive.buckets(key, widthMs).map((bucket) => ({ ...bucket, sum: expect.closeTo(bucket.sum, 6) as unknown }));
    expect(minutes(key)).toEqual(nearly(MINUTE_MS));
    expect(hours(key)).toEqual(nearly(HOUR_MS));
  }
}

const usedPoints = async () => (await world.database.sql<{ n: number }>(`SELECT COALESCE(sum(quantity), 0)::float8 AS n FROM meter_reading WHERE meter = 'pointsADay' AND tenant_id = $1`, [world.a.actor.tenantId]))[0]?.n;
const latest = async (machine: TestMachine) => Object.fromEntries((await cases.latestValues.ofDevices(world.a.actor, [machine.deviceId])).map(({ series, value }) => [series.key, value]));

describe('DeleteReadings', () => {
  it.each([
    ['of rows', 0],
    ['of blocks', 4],
    ['of both, with what came late', 2],
  ])('takes exactly the range of exactly those metrics away, %s', async (name, days) => {
    const machine = await world.a.machine(name);
    const [sent, late] = [messages(days + 1), messages(days + 9).slice(0, 40)];
    await world.writer.write(machine, sent);
    await cases.rollUpBefore(FROM + 50 * HOUR_MS);
    await cases.compact(machine, FROM - FROM % DAY_MS + days * DAY_MS);
    await world.writer.write(machine, late);
    await cases.rollUpBefore();
    const used = await usedPoints();
    // From within a minute, over two midnights of UTC, to the end of an hour.
    const range = { fromMs: FROM + 7 * HOUR_MS + 20 * SECOND_MS, toMs: FROM + 39 * HOUR_MS };
    await remove(machine, ['t', 'u', 't'], range);
    const naive = new NaiveStore();
    const isLeft = (atMs: number, key: string): boolean => key === 'p' || atMs < range.fromMs || atMs >= range.toMs;
    naive.add([...sent, ...late].map(({ atMs, values }) => ({ atMs, values: Object.fromEntries(Object.entries(values).filter(([key]) => isLeft(atMs, key))) })));
    await expectShown(machine, naive, ['t', 'p', 'u']);
    expect(await usedPoints()).toBe(used);
  }, 30_000);

  it('goes on where it was cut off, a few points at a time', async () => {
    const machine = await world.a.machine('few');
    await world.writer.write(machine, messages(5));
    await cases.rollUpBefore();
    const seriesIds = [await world.writer.seriesId(machine, 't', 0)];
    const cut = new AbortController();
    const readings = { deviceId: machine.deviceId, seriesIds, range: ALL };
    const actor = systemActor(world.a.actor.tenantId);
    cut.abort();
    await expect(cases.forgetReadings.execute(actor, readings, cut.signal)).rejects.toThrow();
    await cases.forgetReadings.execute(actor, readings, new AbortController().signal, 30);
    const naive = new NaiveStore();
    naive.add(messages(5).map(({ atMs, values }) => ({ atMs, values: Object.fromEntries(Object.entries(values).filter(([key]) => key !== 't')) })));
    await expectShown(machine, naive, ['t', 'p', 'u']);
  });

  it('leaves the newest value that is left as the newest', async () => {
    const machine = await world.a.machine('newest');
    await world.writer.write(machine, [0, 1, 2].map((hour) => ({ atMs: FROM + hour * HOUR_MS, values: { t: hour, p: 10 + hour, s: hour < 2 ? 'on' : 'off' } })));
    await world.writer.write(machine, [{ atMs: FROM + 3 * HOUR_MS, values: { u: 5 } }]);
    await remove(machine, ['t', 'p', 's'], { fromMs: FROM + 1.5 * HOUR_MS, toMs: FROM + 9 * HOUR_MS });
    expect(await latest(machine)).toEqual({ t: 1, p: 11, s: 'on', u: 5 });
    // What stands beside it stays the newest; an older value is not shown as if it were of now.
    await remove(machine, ['s'], { fromMs: FROM + HOUR_MS, toMs: FROM + 9 * HOUR_MS });
    expect(await latest(machine)).toEqual({ t: 1, p: 11, u: 5 });
    await remove(machine, ['t', 'p', 's', 'u'], ALL);
    expect(await latest(machine)).toEqual({});
    await world.writer.write(machine, [{ atMs: FROM + 4 * HOUR_MS, values: { t: 9, p: 8, s: 'new' } }]);
    expect(await latest(machine)).toEqual({ t: 9, p: 8, s: 'new' });
  });

  it('is in the trail, and refused to whoever may not, of what is not there, and of another company', async () => {
    const [machine, theirs] = [await world.a.machine('asked'), await world.b.machine('theirs')];
    for (const one of [machine, theirs]) await world.writer.write(one, [{ atMs: FROM, values: { t: 1 } }]);
    const range = { fromMs: FROM, toMs: FROM + 1_000 };
    await remove(machine, ['t'], range);
    expect(await world.database.sql(`SELECT details FROM audit_entry WHERE tenant_id = $1 AND action = 'device.readings-deleted' AND details ->> 'deviceId' = $2`, [world.a.actor.tenantId, machine.deviceId])).toEqual([
      { details: { deviceId: machine.deviceId, keys: ['t'], from: '2026-05-30T12:00:00.000Z', to: '2026-05-30T12:00:01.000Z' } },
    ]);
    const ask = (deviceId: string, keys: string[], actor: Parameters<typeof cases.deleteReadings.execute>[0] = world.a.actor) => cases.deleteReadings.execute(actor, { deviceId, keys, range });
    await expect(ask(theirs.deviceId, ['t'])).rejects.toMatchObject({ code: 'DEVICE.NOT_FOUND' });
    await expect(ask(machine.deviceId, ['t', 'x'])).rejects.toMatchObject({ code: 'SERIES.NOT_FOUND' });
    for (const keys of [[], Array.from({ length: 101 }, (_, i) => `k${i}`)]) await expect(ask(machine.deviceId, keys)).rejects.toMatchObject({ code: 'TELEMETRY.KEYS_INVALID' });
    await expect(ask(machine.deviceId, ['t'], world.a.app('telemetry:read'))).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
    expect(await latest(machine)).toEqual({});
  });
});
