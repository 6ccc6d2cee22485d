import { describe, expect, it } from '@jest/globals';
import type { MetricFragment } from '../../generated/documents';
import { metricsOfType, withUnits } from './typed-series';
import { unmatched } from './unmatched';
import type { Machine } from './use-machine';

const series = (key: string, unit: string | null): MetricFragment => ({ id: key, key, unit, quantity: 'GAUGE', isQuantityChosen: false, intervalMs: null, intervalStamp: null, valueKind: 'NUMBER' });
const metric = (key: string, unit: string | null) => ({ key, unit, name: { zh: '', en: '' }, kind: 'number', range: null, values: [], quantity: 'gauge', intervalMs: null });
const machine = { series: [series('a', 'kW'), series('b', 'kW'), series('c', null)] } as unknown as Machine;
const typeOf = (published: object | null) => ({ type: { id: 't', name: 'T', published, draft: null } }) as unknown as Machine;
const TYPE = typeOf({ version: 1, model: { metrics: [metric('a', 'W'), metric('b', null), metric('d', '°C')] } });

describe('a machine by its type', () => {
  it('has the units of what is in force, and its own where that gives none', () => {
    expect(withUnits(machine, metricsOfType(TYPE)).series.map(({ unit }) => unit)).toEqual(['W', 'kW', null]);
    expect(withUnits(machine, null)).toBe(machine);
  });

  it('lacks what never came, and has what the type does not know', () => {
    const { expected, unknown } = unmatched(machine, metricsOfType(TYPE));
    expect([expected.map(({ key }) => key), unknown]).toEqual([['d'], ['c']]);
  });

  it('without a type, or with a draft alone, is as it was', () => {
    expect([metricsOfType(typeOf(null)), metricsOfType({ type: null })]).toEqual([null, null]);
    expect(unmatched(machine, null)).toEqual({ expected: [], unknown: [] });
  });
});
