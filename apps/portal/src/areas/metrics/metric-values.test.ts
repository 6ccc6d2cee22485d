import { describe, expect, it } from '@jest/globals';
import type { MetricQuantity } from '../../generated/documents';
import { machineStateOf } from './machine-state';
import { headlineValues, stateValue, type NewestValue } from './metric-values';

function newest(key: string, quantity: MetricQuantity, value: unknown, unit: string | null = 'x'): NewestValue {
  const valueKind = typeof value === 'string' ? 'TEXT' : 'NUMBER';
  return { at: '2026-01-01T00:00:00.000Z', value, series: { id: key, key, unit, quantity, valueKind } };
}

describe('headlineValues', () => {
  it('puts power first, then parts, then meters, then readings, and leaves texts out', () => {
    const values = [
      newest('oil_temp_c', 'GAUGE', 41),
      newest('energy_kwh', 'COUNTER', 900, 'kWh'),
      newest('machine_state', 'STATE', 'running'),
      newest('good_count', 'COUNTER', 12, null),
      newest('power_kw', 'POWER', 20),
    ];
    expect(headlineValues(values, 4).map(({ series }) => series.key)).toEqual(['power_kw', 'good_count', 'energy_kwh', 'oil_temp_c']);
    expect(headlineValues(values, 2)).toHaveLength(2);
  });
});

describe('stateValue', () => {
  it('finds the text that tells the state', () => {
    expect(stateValue([newest('a', 'GAUGE', 1), newest('machine_state', 'STATE', 'idle')])?.series.key).toBe('machine_state');
    expect(stateValue([newest('door_open', 'STATE', 1)])).toBeUndefined();
  });
});

describe('machineStateOf', () => {
  it.each([['running', 'running'], [' Changeover ', 'changeover'], ['故障', 'fault'], ['待机', 'idle']])('reads %j as %s', (word, state) => {
    expect(machineStateOf(word)).toBe(state);
  });

  it('does not guess', () => {
    expect(machineStateOf('phase 3')).toBeNull();
    expect(machineStateOf(1)).toBeNull();
  });
});
