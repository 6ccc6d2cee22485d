import { describe, expect, it } from '@jest/globals';
import type { MetricEntry } from '@tenon/domain/telemetry';
import { buildRows, raiseKinds } from './build-rows.js';
import { DeviceMetrics } from './device-metrics.js';
import { missingSeries, missingShapes, planLayout, tooManySeries } from './plan-layout.js';
import type { Row } from './rows.js';

const MAX_SHAPES = 2;

function device(...keys: string[]): DeviceMetrics {
  const metrics = new DeviceMetrics({ tenantId: '00000000-0000-4000-8000-000000000001', deviceId: '00000000-0000-4000-8000-000000000002' }, 0);
  keys.forEach((key, place) => metrics.keepSeries(key, place + 1, 'number'));
  return metrics;
}

function rowsOf(metrics: DeviceMetrics, entries: readonly MetricEntry[]): Row[] {
  for (const [place, { seriesIds }] of missingShapes(metrics, entries, MAX_SHAPES).entries()) metrics.keepShape(100 + place + seriesIds.length * 10, seriesIds);
  const layout = planLayout(metrics, entries, MAX_SHAPES);
  const rows: Row[] = [];
  if (layout) buildRows(layout, entries, { atUs: 7, arrival: 8 }, rows);
  return rows;
}

const shown = (rows: readonly Row[]): unknown[] => rows.map(({ shape, num, rich }) => [shape.seriesIds, num, rich]);

describe('a message becomes rows', () => {
  it('in the order of its series, whatever the order of its keys', () => {
    const metrics = device('a', 'b', 'c');
    expect(shown(rowsOf(metrics, [['c', 3], ['a', 1]]))).toEqual([[[1, 3], [1, 3], null]]);
    expect(missingShapes(metrics, [['a', 1], ['c', 3]], MAX_SHAPES)).toEqual([]);
  });

  it('with what is no number beside the numbers, by its place from 1', () => {
    expect(shown(rowsOf(device('a', 'b', 'c', 'd'), [['a', true], ['b', 2], ['c', 'x'], ['d', [1]]]))).toEqual([
      [[1, 2, 3, 4], [null, 2, null, null], '{"1":true,"3":"x","4":[1]}'],
    ]);
  });

  it('one a metric when its device has shapes enough', () => {
    const metrics = device('a', 'b', 'c');
    metrics.keepShape(1, [1, 2]);
    metrics.keepShape(2, [1, 3]);
    expect(shown(rowsOf(metrics, [['b', 5], ['c', 6]]))).toEqual([
      [[2], [5], null],
      [[3], [6], null],
    ]);
    expect(shown(rowsOf(metrics, [['a', 5], ['b', 6]]))).toEqual([[[1, 2], [5, 6], null]]);
  });

  it('not at all while a series is missing', () => {
    expect(rowsOf(device('a'), [['a', 1], ['new', 2]])).toEqual([]);
  });
});

it('finds new metrics, with a guess of what they mean', () => {
  expect(missingSeries(device('a'), [['a', 1], ['energy_kwh', 2], ['mode', 'x']])).toMatchObject([
    { key: 'energy_kwh', kind: 'number', unit: 'kWh', quantity: 'counter' },
    { key: 'mode', kind: 'text', unit: null, quantity: 'state' },
  ]);
});

it('refuses metrics past the limit, and no message that adds none', () => {
  expect(tooManySeries(device('a', 'b'), 1, 2)).toMatchObject({ code: 'TELEMETRY.MACHINE_FULL', details: { count: 3, maxCount: 2 } });
  expect(tooManySeries(device('a', 'b'), 1, 3)).toBeNull();
  expect(tooManySeries(device('a', 'b', 'c'), 0, 2)).toBeNull();
});

it('raises the kind of a metric to the most telling one it carried, once', () => {
  const metrics = device('a');
  metrics.keepSeries('b', 2, 'json');
  const entries = (value: unknown): MetricEntry[] => [['a', 'text'], ['b', value as string]];
  rowsOf(metrics, entries({}));
  const layout = planLayout(metrics, entries({}), MAX_SHAPES);
  const kinds = [{}, 'x', 'y', true, 5, 'z'].map((value) => (layout && raiseKinds(layout, entries(value))?.map(({ kind }) => kind)) ?? null);
  expect(kinds).toEqual([null, ['text'], null, ['boolean'], ['number'], null]);
  expect(metrics.series.get('a')?.kind).toBe('number');
});

it('finds a layout again, and forgets the oldest when there are too many', () => {
  const metrics = device(...Array.from({ length: 300 }, (_, n) => `k${n}`));
  for (let n = 0; n < 300; n += 1) metrics.keepLayout({ keys: [`k${n}`], series: [], parts: [] });
  expect(metrics.layoutOf([['k299', 1]])?.keys).toEqual(['k299']);
  expect(metrics.layoutOf([['k299', 1], ['k0', 1]])).toBeUndefined();
  expect(metrics.layoutOf([['k298', 'any value']])?.keys).toEqual(['k298']);
});

it('keeps few layouts of many keys, those that came up most', () => {
  const metrics = device();
  const layout = (n: number): { keys: string[]; series: []; parts: [] } => ({ keys: Array.from({ length: 1_000 }, (_, k) => `${n}.${k}`), series: [], parts: [] });
  const entriesOf = (n: number): MetricEntry[] => layout(n).keys.map((key) => [key, 1]);
  for (let n = 0; n < 50; n += 1) metrics.keepLayout(layout(n));
  const kept = Array.from({ length: 50 }, (_, n) => n).filter((n) => metrics.layoutOf(entriesOf(n)));
  expect(kept.length).toBeLessThanOrEqual(4);
  expect(kept).toEqual(expect.arrayContaining([0, 49]));
});
