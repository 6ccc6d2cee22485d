import { describe, expect, it } from '@jest/globals';
import { EMPTY_MODEL, readModel } from '@tenon/domain/device-types';
import { BLANK, metricOfKind, ofKind, withItem } from './item';

const METRIC = { ...BLANK.metrics, key: 't', unit: 'kW', range: { min: 0, max: 1 }, quantity: 'power' as const };
const MODE = { ...BLANK.metrics, key: 'm', kind: 'enumeration' as const, quantity: 'state' as const, values: [{ value: 'a', label: { zh: '', en: '' } }] };
const ALARM = { ...BLANK.alarms, key: 'x', metric: 't' };

describe('a thing of a model in its form', () => {
  it('of another kind keeps what belongs to that, and is without fault', () => {
    expect(metricOfKind(METRIC, 'integer')).toEqual({ ...METRIC, kind: 'integer' });
    expect(metricOfKind(METRIC, 'text')).toEqual({ ...METRIC, kind: 'text', unit: null, range: null, quantity: 'state' });
    expect(metricOfKind(MODE, 'number')).toEqual({ ...MODE, kind: 'number', values: [], quantity: 'gauge' });
    expect(ofKind(MODE, 'boolean').values).toEqual([]);
    for (const kind of ['number', 'integer', 'boolean', 'text', 'json'] as const) expect(readModel({ ...EMPTY_MODEL, metrics: [metricOfKind(MODE, kind), metricOfKind(METRIC, kind)] }).faults).toBeUndefined();
  });

  it('takes the place of the one that it was, and alarms follow', () => {
    const model = { ...EMPTY_MODEL, metrics: [METRIC, MODE], alarms: [ALARM, { ...ALARM, key: 'y', metric: 'm' }] };
    expect(withItem(model, 'metrics', 't', { ...METRIC, key: 'temp' })).toEqual({ ...model, metrics: [{ ...METRIC, key: 'temp' }, MODE], alarms: [{ ...ALARM, metric: 'temp' }, model.alarms[1]] });
    expect(withItem(model, 'metrics', null, { ...METRIC, key: 'new' }).metrics.map(({ key }) => key)).toEqual(['t', 'm', 'new']);
    expect(withItem(model, 'alarms', 'x', { ...ALARM, severity: 'major' }).alarms[0]?.severity).toBe('major');
  });
});
