import { describe, expect, it } from '@jest/globals';
import type { MetricFragment, MetricQuantity } from '../../generated/documents';
import { byUnit, firstChoice, toggled } from './metric-choice';

function metric(key: string, quantity: MetricQuantity, unit: string | null): MetricFragment {
  const valueKind = quantity === 'STATE' ? 'TEXT' : 'NUMBER';
  return { id: key, key, unit, quantity, isQuantityChosen: false, intervalMs: null, intervalStamp: null, valueKind };
}

const machine = [
  metric('barrel_1', 'GAUGE', '°C'),
  metric('energy_kwh', 'COUNTER', 'kWh'),
  metric('good', 'COUNTER', null),
  metric('machine_state', 'STATE', null),
  metric('oil', 'GAUGE', '°C'),
  metric('power_kw', 'POWER', 'kW'),
  metric('pressure', 'GAUGE', 'bar'),
];

describe('firstChoice', () => {
  it('shows power and the readings of one unit', () => {
    expect(firstChoice(machine)).toEqual(['power_kw', 'barrel_1', 'oil']);
  });

  it('shows whatever number there is', () => {
    expect(firstChoice([metric('n', 'COUNTER', null)])).toEqual(['n']);
    expect(firstChoice([metric('s', 'STATE', null)])).toEqual([]);
  });
});

describe('byUnit', () => {
  it('puts one unit into one chart, and each counter apart', () => {
    const groups = byUnit([...machine.filter(({ quantity }) => quantity !== 'STATE'), metric('scrap', 'COUNTER', null)]);
    expect(groups.map(({ metrics }) => metrics.map(({ key }) => key))).toEqual([['barrel_1', 'oil'], ['energy_kwh'], ['good'], ['power_kw'], ['pressure'], ['scrap']]);
  });
});

describe('toggled', () => {
  it('adds, removes, and never shows more than eight', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).toEqual(['2', '3', '4', '5', '6', '7', '8', '9']);
  });
});
