import { describe, expect, it } from '@jest/globals';
import type { MetricFragment, MetricQuantity } from '../../generated/documents';
import { inReadingOrder } from './metric-order';

const metric = (key: string, quantity: MetricQuantity): MetricFragment => ({ id: key, key, unit: null, quantity, isQuantityChosen: false, intervalMs: null, intervalStamp: null, valueKind: 'NUMBER' });

describe('inReadingOrder', () => {
  it('puts state, power and counts before readings, and zone 2 before zone 10', () => {
    const metrics = [metric('zone_10', 'GAUGE'), metric('zone_2', 'GAUGE'), metric('good', 'COUNTER'), metric('power', 'POWER'), metric('state', 'STATE')];
    expect(inReadingOrder(metrics).map(({ key }) => key)).toEqual(['state', 'power', 'good', 'zone_2', 'zone_10']);
  });
});
