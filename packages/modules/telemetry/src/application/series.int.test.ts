import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import type { Series } from '../persistence/series.repository.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

const FROM = Date.UTC(2026, 0, 5);

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const audits = (action: string) => world.database.sql<{ tenantId: string; actor: string; details: Record<string, unknown> }>(`SELECT tenant_id AS "tenantId", actor, details FROM audit_entry WHERE action = $1 ORDER BY at, seq`, [action]);

describe('DescribeSeries', () => {
  it('says once what a metric is, and leaves a trail', async () => {
    const id = await world.writer.seriesId(await world.a.machine('meter'), 'kwh', 0);
    const described = await cases.describeSeries.execute(world.a.actor, { id: String(id), quantity: 'interval', unit: ' kWh ', intervalMs: 900_000, intervalStamp: 'end' });
    expect(described).toMatchObject({ id, deviceName: 'meter', key: 'kwh', quantity: 'interval', unit: 'kWh', intervalMs: 900_000, intervalStamp: 'end', isQuantityChosen: true });
    expect(await audits('series.described')).toMatchObject([
      { tenantId: world.a.actor.tenantId, actor: world.a.actor.email, details: { seriesId: id, before: { quantity: 'gauge', unit: null }, after: { quantity: 'interval', intervalMs: 900_000 } } },
    ]);
  });

  it('keeps what is not said, and drops the interval of what has none', async () => {
    const id = String(await world.writer.seriesId(await world.a.machine('meter 2'), 'kwh', 0));
    await cases.describeSeries.execute(world.a.actor, { id, quantity: 'interval', unit: 'kWh', intervalMs: HOUR_MS });
    expect(await cases.describeSeries.execute(world.a.actor, { id, quantity: 'interval' })).toMatchObject({ unit: 'kWh', intervalMs: HOUR_MS, intervalStamp: 'start' });
    expect(await cases.describeSeries.execute(world.a.actor, { id, quantity: 'counter', unit: null })).toMatchObject({ unit: null, intervalMs: null, intervalStamp: null });
  });

  it('does not let a metric that an app reads change its meaning', async () => {
    const id = await world.writer.seriesId(await world.a.machine('read'), 'kwh', 0);
    const say = (meaning: Pick<Series, 'quantity'> & Partial<Pick<Series, 'unit' | 'intervalMs' | 'intervalStamp'>>) => cases.describeSeries.execute(world.a.actor, { id: String(id), ...meaning });
    await say({ quantity: 'interval', intervalMs: HOUR_MS });
    cases.inUse.add(id);
    expect(await say({ quantity: 'interval', unit: 'kWh' })).toMatchObject({ unit: 'kWh' });
    for (const other of [{ quantity: 'counter' }, { quantity: 'interval', intervalMs: 1 }, { quantity: 'interval', intervalStamp: 'end' }, { quantity: 'interval', unit: 'MWh' }] as const) {
      await expect(say(other)).rejects.toMatchObject({ kind: 'conflict', code: 'SERIES.IN_USE' });
    }
    expect(await say({ quantity: 'interval' })).toMatchObject({ quantity: 'interval', intervalMs: HOUR_MS, intervalStamp: 'start', unit: 'kWh' });
  });

  it('refuses what makes no sense', async () => {
    const machine = await world.a.machine('odd');
    const [number, text] = [String(await world.writer.seriesId(machine, 'n', 0)), String(await world.writer.seriesId(machine, 't', ''))];
    const refused = (input: Parameters<typeof cases.describeSeries.execute>[1]) => expect(cases.describeSeries.execute(world.a.actor, input)).rejects;
    await refused({ id: text, quantity: 'gauge' }).toMatchObject({ code: 'SERIES.NOT_NUMERIC' });
    for (const intervalMs of [undefined, 0, -1, 1.5, 30 * 24 * HOUR_MS]) await refused({ id: number, quantity: 'interval', intervalMs }).toMatchObject({ code: 'SERIES.INTERVAL_INVALID' });
    await refused({ id: number, quantity: 'gauge', unit: 'kilowatt-hours per part' }).toMatchObject({ code: 'SERIES.UNIT_INVALID' });
    for (const id of ['0', '-1', 'x', '99999999999', `${number} `, '2147483648']) await refused({ id, quantity: 'gauge' }).toMatchObject({ code: 'SERIES.NOT_FOUND' });
  });

  it("never touches another company's metric", async () => {
    const theirs = await world.writer.seriesId(await world.b.machine('theirs'), 'kwh', 0);
    await expect(cases.describeSeries.execute(world.a.actor, { id: String(theirs), quantity: 'counter' })).rejects.toMatchObject({ code: 'SERIES.NOT_FOUND' });
    await expect(cases.describeSeries.execute(world.b.app('telemetry:read') as never, { id: String(theirs), quantity: 'counter' })).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
    expect(await cases.listSeries.execute(world.b.actor, { search: 'kwh' })).toMatchObject({ nodes: [{ id: theirs, quantity: 'gauge', isQuantityChosen: false }] });
  });
});

describe('ListSeries', () => {
  it('lists by machine and key, in pages, only what the filter keeps', async () => {
    const [press, saw] = [await world.b.machine('压机 1'), await world.b.machine('Saw_2')];
    for (const key of ['b', 'a', 'c']) await world.writer.seriesId(press, key, 0);
    const state = await world.writer.seriesId(saw, 'state', 'on');
    const names = ({ nodes }: { nodes: Series[] }) => nodes.map(({ deviceName, key }) => `${deviceName}/${key}`);
    const first = await cases.listSeries.execute(world.b.actor, { first: 3 });
    expect(names(first)).toEqual(['Saw_2/state', 'theirs/kwh', '压机 1/a']);
    const second = await cases.listSeries.execute(world.b.actor, { first: 3, after: first.pageInfo.endCursor });
    expect([names(second), second.pageInfo.hasNextPage]).toEqual([['压机 1/b', '压机 1/c'], false]);
    expect((await cases.listSeries.execute(world.b.actor, { quantities: ['state'] })).nodes.map(({ id }) => id)).toEqual([state]);
    expect(names(await cases.listSeries.execute(world.b.actor, { search: 'sAw_' }))).toEqual(['Saw_2/state']);
    expect(names(await cases.listSeries.execute(world.b.actor, { search: '%' }))).toEqual([]);
    await expect(cases.listSeries.execute(world.b.actor, { after: Buffer.from('["a","b","c"]').toString('base64url') })).rejects.toMatchObject({ code: 'PAGE.CURSOR' });
  });
});

describe('LatestValues', () => {
  it('gives the newest value of each metric, whichever shape it came in', async () => {
    const machine = await world.a.machine('latest');
    await world.writer.write(machine, [
      { atMs: FROM, values: { t: 1, mode: 'auto', tools: [1, 2] } },
      { atMs: FROM + 10, values: { mode: true, t: 3 } },
      { atMs: FROM + 5, values: { t: 2 } },
      { atMs: FROM + 10, values: { t: 4 } },
    ]);
    const values = await cases.latestValues.ofDevices(world.a.actor, [machine.deviceId]);
    expect(values.map(({ series, atMs, value }) => [series.key, atMs - FROM, value])).toEqual([['mode', 10, true], ['t', 10, 4], ['tools', 0, [1, 2]]]);
    expect(await cases.latestValues.ofDevices(world.b.actor, [machine.deviceId])).toEqual([]);
  });
});
