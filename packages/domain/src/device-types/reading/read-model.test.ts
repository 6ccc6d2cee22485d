import { describe, expect, it } from '@jest/globals';
import { METRIC_QUANTITIES } from '../../telemetry/index.js';
import { QUANTITIES } from '../model.js';
import { readModel } from './read-model.js';

const faultsOf = (value: unknown): string[] => (readModel(value).faults ?? []).map(({ code, path }) => `${code} ${path}`);
const metric = (fields: object): string[] => faultsOf({ metrics: [{ key: 't', kind: 'number', ...fields }] });
const MODE = { key: 'mode', kind: 'enumeration', values: [{ value: 'auto' }, { value: 2 }] };
const alarm = (condition: unknown, fields: object = {}): string[] =>
  faultsOf({
    metrics: [{ key: 't', kind: 'number' }, { key: 'n', kind: 'integer' }, { key: 'on', kind: 'boolean' }, { key: 's', kind: 'text' }, MODE],
    alarms: [{ key: 'a', metric: 't', condition, ...fields }],
  });

describe('a model', () => {
  it('means by quantities what telemetry means', () => {
    expect(QUANTITIES).toEqual(METRIC_QUANTITIES);
  });

  it('gets what is usual where something is left out', () => {
    const { model } = readModel({
      metrics: [{ key: ' oil ', name: '油温', kind: 'number' }, MODE],
      attributes: [{ key: 'sn', kind: 'text' }],
      commands: [{ key: 'go', parameters: [{ key: 'n', kind: 'integer' }] }],
      events: [{ key: 'f' }],
      alarms: [{ key: 'hot', metric: 'oil', condition: { operator: 'above', value: 60 } }],
    });
    const blank = { zh: '', en: '' };
    const plain = { unit: null, range: null, values: [] };
    expect(model).toEqual({
      metrics: [
        { key: 'oil', name: { zh: '油温', en: '油温' }, kind: 'number', ...plain, quantity: 'gauge', intervalMs: null },
        { key: 'mode', name: blank, kind: 'enumeration', ...plain, values: [{ value: 'auto', label: blank }, { value: 2, label: blank }], quantity: 'state', intervalMs: null },
      ],
      attributes: [{ key: 'sn', name: blank, kind: 'text', ...plain, setBy: 'machine' }],
      commands: [{ key: 'go', name: blank, parameters: [{ key: 'n', name: blank, kind: 'integer', ...plain, isRequired: true }], isAnswered: true, timeoutMs: 10_000 }],
      events: [{ key: 'f', name: blank, level: 'info', parameters: [] }],
      alarms: [{ key: 'hot', name: blank, metric: 'oil', condition: { operator: 'above', value: 60 }, forMs: 0, severity: 'warning' }],
    });
  });

  it.each<[unknown, string[]]>([
    [null, ['not-object ']],
    [[], ['not-object ']],
    [{ metric: [] }, ['unknown-field /metric']],
    [{ metrics: {} }, ['not-list /metrics']],
    [{ metrics: Array.from({ length: 1_025 }, () => ({})) }, ['too-many /metrics']],
    [{ metrics: [7] }, ['not-object /metrics/0', 'missing /metrics/0/kind', 'missing /metrics/0/key']],
    [{ metrics: [{ key: 't', kind: 'number' }, { key: 't', kind: 'text' }] }, ['repeated-key /metrics/1/key']],
    [{ events: [{ key: 'e', parameters: [{ key: 'p', kind: 'text' }, { key: 'p', kind: 'text' }] }] }, ['repeated-key /events/0/parameters/1/key']],
    [{ 'a/b~c': 1 }, ['unknown-field /a~1b~0c']],
    [{ commands: [{ key: 'go', isAnswered: 'yes', timeoutMs: 5 }] }, ['not-boolean /commands/0/isAnswered', 'out-of-bounds /commands/0/timeoutMs']],
  ])('%j has its faults named, each with its place', (value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it('tells every fault at once, to the hundredth', () => {
    expect(faultsOf({ metrics: [{ key: 't', kind: 'number', unit: 7, range: { min: 'x' } }], alarms: [{}] }).length).toBeGreaterThan(5);
    expect(faultsOf({ metrics: Array.from({ length: 500 }, () => ({})) })).toHaveLength(100);
  });
});

describe('a metric', () => {
  it.each<[object, string[]]>([
    [{ key: ' ' }, ['missing /metrics/0/key']],
    [{ key: 'x'.repeat(129) }, ['too-long /metrics/0/key']],
    [{ key: 'a\nb' }, ['bad-text /metrics/0/key']],
    [{ kind: 'float' }, ['not-choice /metrics/0/kind']],
    [{ name: { zh: 1 } }, ['not-text /metrics/0/name/zh']],
    [{ range: { min: 5, max: 5 } }, ['range-empty /metrics/0/range']],
    [{ range: { min: '5' } }, ['not-number /metrics/0/range/min']],
    [{ range: {} }, []],
    [{ kind: 'text', range: { min: 1 } }, ['range-not-of-kind /metrics/0/range']],
    [{ kind: 'boolean', unit: 'kW' }, ['unit-not-of-kind /metrics/0/unit']],
    [{ kind: 'text', quantity: 'counter' }, ['quantity-not-of-kind /metrics/0/quantity']],
    [{ quantity: 'state' }, []],
    [{ intervalMs: 0.5 }, ['not-whole /metrics/0/intervalMs']],
    [{ intervalMs: 604_800_001 }, ['out-of-bounds /metrics/0/intervalMs']],
    [{ kind: 'enumeration' }, ['values-missing /metrics/0/values']],
    [{ kind: 'number', values: [{ value: 1 }] }, ['values-not-of-kind /metrics/0/values']],
    [{ kind: 'enumeration', values: [{ value: true }] }, ['bad-value /metrics/0/values/0/value']],
    [{ kind: 'boolean', values: [{ value: 'on' }] }, ['bad-value /metrics/0/values/0/value']],
    [{ kind: 'enumeration', values: [{ value: 1 }, { value: '1' }, { value: 1 }] }, ['repeated-value /metrics/0/values/2/value']],
    [{ kind: 'enumeration', values: [{ value: 1.5 }] }, ['not-whole /metrics/0/values/0/value']],
  ])('%j', (fields, faults) => {
    expect(metric(fields)).toEqual(faults);
  });
});

describe('an alarm', () => {
  it.each<[unknown, object, string[]]>([
    [{ operator: 'above', value: 1 }, {}, []],
    [{ operator: 'above', value: 1 }, { metric: 'x' }, ['unknown-metric /alarms/0/metric']],
    [{ operator: 'above', value: '1' }, {}, ['condition-not-of-kind /alarms/0/condition']],
    [{ operator: 'is', value: 1 }, {}, ['condition-not-of-kind /alarms/0/condition']],
    [{ operator: 'is', value: 1 }, { metric: 'n' }, []],
    [{ operator: 'is', value: 1.5 }, { metric: 'n' }, ['condition-not-of-kind /alarms/0/condition']],
    [{ operator: 'below', value: 1 }, { metric: 'on' }, ['condition-not-of-kind /alarms/0/condition']],
    [{ operator: 'is', value: false }, { metric: 'on' }, []],
    [{ operator: 'is', value: 'x' }, { metric: 'on' }, ['condition-not-of-kind /alarms/0/condition']],
    [{ operator: 'is-not', value: 'ok' }, { metric: 's' }, []],
    [{ operator: 'is', value: 2 }, { metric: 'mode' }, []],
    [{ operator: 'is', value: 'hand' }, { metric: 'mode' }, ['value-not-listed /alarms/0/condition']],
    [undefined, {}, ['not-object /alarms/0/condition', 'missing /alarms/0/condition/operator', 'missing /alarms/0/condition/value', 'condition-not-of-kind /alarms/0/condition']],
    [{ operator: 'above', value: 1 }, { severity: 'bad', forMs: -1 }, ['out-of-bounds /alarms/0/forMs', 'not-choice /alarms/0/severity']],
  ])('%j of %j', (condition, fields, faults) => {
    expect(alarm(condition, fields)).toEqual(faults);
  });
});
