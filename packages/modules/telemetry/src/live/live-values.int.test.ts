import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantDb } from '@tenon/db';
import { EventEmitter, once } from 'node:events';
import { guardBystander } from '@tenon/testing/bystander';
import { LatestValues } from '../application/latest-values.js';
import { LatestValueRepository } from '../persistence/latest-value.repository.js';
import { SeriesRepository } from '../persistence/series.repository.js';
import type { TestMachine } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { LiveValues, type LiveTelemetry } from './live-values.js';

const FROM = Date.UTC(2026, 0, 5);

let world: TelemetryWorld;
let live: LiveValues;
let readings = 0;
const reads = new EventEmitter();
beforeAll(async () => {
  world = await telemetryWorld();
  const read = async (...args: Parameters<TenantDb['read']>): Promise<unknown> => {
    readings += 1;
    const result = await world.db.tenant.read(...args);
    reads.emit('done');
    return result;
  };
  const counting = { read } as TenantDb;
  live = new LiveValues(counting, new LatestValues(world.db.tenant, new LatestValueRepository(), new SeriesRepository()), world.log);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const tell = (...machines: TestMachine[]) => live.heard(JSON.stringify(machines.map(({ tenantId, deviceId }) => [tenantId, deviceId])));
const said = (result: IteratorResult<LiveTelemetry>) => (result.value as LiveTelemetry).values.map(({ series, value }) => [series.key, value]);

describe('LiveValues', () => {
  it('gives all newest values first, then those that changed', async () => {
    const machine = await world.a.machine('press');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1, state: 'run' } }]);
    const stream = live.follow(world.a.actor, machine.deviceId);
    expect(said(await stream.next())).toEqual([['state', 'run'], ['t', 1]]);
    await world.writer.write(machine, [{ atMs: FROM + 1, values: { t: 2 } }]);
    tell(machine);
    expect(said(await stream.next())).toEqual([['t', 2]]);
    // Sent again with the same stamp, and one that is older than what is known.
    await world.writer.write(machine, [{ atMs: FROM + 1, values: { t: 3 } }, { atMs: FROM - 9, values: { state: 'stop' } }]);
    tell(machine);
    expect(said(await stream.next())).toEqual([['t', 3]]);
    await stream.return();
  });

  it('tells a machine that had nothing of its first value', async () => {
    const machine = await world.a.machine('new');
    const stream = live.follow(world.a.actor, machine.deviceId);
    const read = once(reads, 'done');
    const first = stream.next();
    await read;
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    tell(machine);
    expect(said(await first)).toEqual([['t', 1]]);
    await stream.return();
  });

  it('reads once for all followers, and only what is followed', async () => {
    const [followed, ignored, last] = [await world.a.machine('followed'), await world.a.machine('ignored'), await world.a.machine('last')];
    for (const machine of [followed, last]) await world.writer.write(machine, [{ atMs: FROM, values: { t: 0 } }]);
    const streams = [1, 2, 3].map(() => live.follow(world.a.actor, followed.deviceId));
    const other = live.follow(world.a.actor, last.deviceId);
    await Promise.all([...streams, other].map((stream) => stream.next()));
    const before = readings;
    for (let i = 1; i <= 12; i += 1) {
      await world.writer.write(followed, [{ atMs: FROM + i, values: { t: i } }]);
      tell(ignored, followed);
    }
    // Whoever did not keep up gets what is newest at last, and three followers cost no more than one would.
    for (const stream of streams) for (let seen = 0; seen < 12; ) seen = Number(said(await stream.next())[0]?.[1]);
    expect(readings - before).toBeLessThanOrEqual(12);
    for (const stream of streams) await stream.return();
    const after = readings;
    tell(ignored, followed);
    await world.writer.write(last, [{ atMs: FROM + 1, values: { t: 1 } }]);
    tell(last);
    expect(said(await other.next())).toEqual([['t', 1]]);
    expect(readings - after).toBe(1);
    await other.return();
  });

  it('looks again after it may have missed something', async () => {
    const machine = await world.a.machine('missed');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    const stream = live.follow(world.a.actor, machine.deviceId);
    await stream.next();
    await world.writer.write(machine, [{ atMs: FROM + 1, values: { t: 2 } }]);
    live.missedSome();
    expect(said(await stream.next())).toEqual([['t', 2]]);
    await stream.return();
  });

  it('ends at once when it is closed while it waits', async () => {
    const machine = await world.a.machine('closed');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    const stream = live.follow(world.a.actor, machine.deviceId);
    await stream.next();
    const waiting = stream.next();
    await stream.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('ends when the machine is deleted', async () => {
    const machine = await world.a.machine('deleted');
    await world.writer.write(machine, [{ atMs: FROM, values: { t: 1 } }]);
    const stream = live.follow(world.a.actor, machine.deviceId);
    await stream.next();
    await world.database.sql(`DELETE FROM device WHERE id = $1`, [machine.deviceId]);
    tell(machine);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('does not know another company’s machine, and lets nobody in without the permission', async () => {
    const theirs = await world.b.machine('theirs');
    await world.writer.write(theirs, [{ atMs: FROM, values: { t: 1 } }]);
    for (const id of [theirs.deviceId, 'nonsense']) await expect(live.follow(world.a.actor, id).next()).rejects.toMatchObject({ kind: 'not-found', code: 'DEVICE.NOT_FOUND' });
    await expect(live.follow(world.b.app('device:read'), theirs.deviceId).next()).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
  });

  it('shrugs off what is no message', () => {
    expect(() => live.heard('[]')).not.toThrow();
    expect(() => live.heard('{"a":1}')).not.toThrow();
  });
});
