import { describe, expect, it } from '@jest/globals';
import { EMPTY_MODEL, readModel, type TypeMetric } from '@tenon/domain/device-types';
import { conditionFor, operatorsOf } from './alarm-condition';
import { BLANK, metricOfKind } from './item';

const VALUES = [{ value: 'run', label: { zh: '', en: '' } }, { value: 3, label: { zh: '', en: '' } }];
const metric = (kind: TypeMetric['kind']): TypeMetric => ({ ...metricOfKind({ ...BLANK.metrics, key: 'm', range: { min: null, max: 80 } }, kind), ...(kind === 'enumeration' && { values: VALUES }) });

describe('the condition of an alarm on another metric', () => {
  it.each([
    ['number', { operator: 'above', value: 5 }, { operator: 'above', value: 5 }],
    ['number', { operator: 'is', value: 'run' }, { operator: 'above', value: 80 }],
    ['integer', { operator: 'is', value: 5 }, { operator: 'is', value: 5 }],
    ['enumeration', { operator: 'above', value: 5 }, { operator: 'is', value: 'run' }],
    ['enumeration', { operator: 'is-not', value: 3 }, { operator: 'is-not', value: 3 }],
    ['boolean', { operator: 'above', value: 5 }, { operator: 'is', value: true }],
    ['boolean', { operator: 'is', value: false }, { operator: 'is', value: false }],
    ['text', { operator: 'is', value: 'x' }, { operator: 'is', value: 'x' }],
  ] as const)('of kind %s from %j is %j, which its type allows', (kind, former, condition) => {
    const watched = metric(kind);
    expect(conditionFor(watched, former)).toEqual(condition);
    expect(operatorsOf(watched)).toContain(condition.operator);
    expect(readModel({ ...EMPTY_MODEL, metrics: [watched], alarms: [{ ...BLANK.alarms, key: 'a', metric: 'm', condition }] }).faults).toBeUndefined();
  });
});
