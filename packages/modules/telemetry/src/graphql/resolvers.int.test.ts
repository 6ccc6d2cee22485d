import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMachine } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';
import { LiveValues } from '../live/live-values.js';
import { ReadingResolver } from './reading.resolver.js';
import { SeriesResolver } from './series.resolver.js';

const FROM = Date.UTC(2024, 2, 1, 8);
const RANGE = { from: '2024-03-01T16:00:00+08:00', to: '2024-03-01T08:10:00.000Z' };

let world: TelemetryWorld;
let series: SeriesResolver;
let reading: ReadingResolver;
let machine: TestMachine;
let ids: Record<'t' | 'state', string>;
beforeAll(async () => {
  world = await telemetryWorld();
  const cases = telemetryCases(world);
  series = new SeriesResolver(cases.listSeries, cases.describeSeries, cases.deleteReadings, cases.latestValues);
  reading = new ReadingResolver(cases.readSeriesRange, cases.readSeriesOverview, cases.listPoints, cases.listStateSpans, new LiveValues(world.db.tenant, cases.latestValues, world.log));
  machine = await world.a.machine('press');
  await world.writer.write(machine, [
    { atMs: FROM, values: { t: 20.5, state: 'run' } },
    { atMs: FROM + MINUTE_MS + 0.125, values: { t: 21.5, state: 'stop' } },
  ]);
  ids = { t: String(await world.writer.seriesId(machine, 't', 0)), state: String(await world.writer.seriesId(machine, 'state', '')) };
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const T = () => ({ id: ids.t, deviceId: machine.deviceId, deviceName: 'press', key: 't', unit: null, quantity: 'GAUGE', isQuantityChosen: false, intervalMs: null, intervalStamp: null, valueKind: 'NUMBER' });

describe('the schema’s words', () => {
  it('for a machine’s metrics and newest values', async () => {
    const parent = { id: machine.deviceId };
    const [of, latest] = await Promise.all([series.ofDevice(world.a.actor, parent), series.latestValues(world.a.actor, parent)]);
    expect(of).toEqual([{ ...T(), id: ids.state, key: 'state', quantity: 'STATE', valueKind: 'TEXT' }, T()]);
    expect(latest.map(({ at, value, series: { key } }) => [key, at, value])).toEqual([['state', '2024-03-01T08:01:00.000125Z', 'stop'], ['t', '2024-03-01T08:01:00.000125Z', 21.5]]);
    expect(await series.ofDevice(world.b.actor, parent)).toEqual([]);
  });

  it('for the list of metrics, and for what somebody says one is', async () => {
    expect(await series.series(world.a.actor, { first: 10, quantities: ['GAUGE', 'POWER'] })).toEqual({ nodes: [T()], pageInfo: { hasNextPage: false, endCursor: expect.any(String) } });
    const input = { id: ids.t, quantity: 'INTERVAL', unit: '°C', intervalMs: MINUTE_MS, intervalStamp: 'END' } as const;
    expect(await series.describeSeries(world.a.actor, { input })).toMatchObject({ quantity: 'INTERVAL', unit: '°C', intervalMs: MINUTE_MS, intervalStamp: 'END', isQuantityChosen: true });
    expect(await series.describeSeries(world.a.actor, { input: { id: ids.t, quantity: 'GAUGE' } })).toMatchObject({ unit: '°C', intervalMs: null, intervalStamp: null });
  });

  it('for a chart, points and states', async () => {
    const columns = { min: [20.5, 21.5], max: [20.5, 21.5], mean: [20.5, 21.5], last: [20.5, 21.5], count: [1, 1] };
    expect(await reading.seriesRange(world.a.actor, { input: { seriesIds: [ids.t], ...RANGE } })).toEqual([{ seriesId: ids.t, resolution: 'RAW', bucketMs: null, at: [FROM, FROM + MINUTE_MS + 0.125], ...columns }]);
    expect(await reading.seriesOverview(world.a.actor, { seriesId: ids.t })).toMatchObject({ seriesId: ids.t, resolution: 'HOUR', bucketMs: 7 * DAY_MS, min: [20.5], max: [21.5], count: [2] });
    const { nodes } = await reading.seriesPoints(world.a.actor, { input: { seriesId: ids.t, ...RANGE, first: 1 } });
    expect(nodes).toEqual([{ at: '2024-03-01T08:01:00.000125Z', value: 21.5 }]);
    expect(await reading.seriesStates(world.a.actor, { input: { seriesId: ids.state, ...RANGE } })).toEqual([
      { from: '2024-03-01T08:00:00.000Z', to: '2024-03-01T08:01:00.000125Z', value: 'run' },
      { from: '2024-03-01T08:01:00.000125Z', to: '2024-03-01T08:10:00.000Z', value: 'stop' },
    ]);
  });

  it('refuses ranges that are none, before it looks anywhere', async () => {
    for (const range of [{ from: RANGE.to, to: RANGE.from }, { from: 'yesterday', to: RANGE.to }, { from: '1960-01-01', to: RANGE.to }]) {
      await expect(reading.seriesPoints(world.a.actor, { input: { seriesId: ids.t, ...range } })).rejects.toMatchObject({ code: 'TELEMETRY.RANGE_INVALID' });
    }
  });
});
