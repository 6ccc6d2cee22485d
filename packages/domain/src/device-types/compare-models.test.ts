import { describe, expect, it } from '@jest/globals';
import { compareModels } from './compare-models.js';
import { DEVICE_TYPE_LIBRARY } from './library/index.js';
import type { TypeModel } from './model.js';
import { readModel } from './reading/read-model.js';

const modelOf = (value: unknown): TypeModel => readModel(value).model!;
const changes = (before: object, after: object): string[] =>
  compareModels(modelOf(before), modelOf(after)).map(({ part, key, what, isBreaking }) => `${part} ${key} ${what}${isBreaking ? ' !' : ''}`);
const metric = (before: object, after: object): string[] => changes({ metrics: [{ key: 't', kind: 'number', ...before }] }, { metrics: [{ key: 't', kind: 'number', ...after }] });
const command = (before: readonly object[], after: readonly object[], more: object = {}): string[] => changes({ commands: [{ key: 'go', parameters: before }] }, { commands: [{ key: 'go', parameters: after, ...more }] });
const event = (before: readonly object[], after: readonly object[]): string[] => changes({ events: [{ key: 'e', parameters: before }] }, { events: [{ key: 'e', parameters: after }] });

const N = { key: 'n', kind: 'number' };
const values = (...list: (string | number)[]): object => ({ kind: 'enumeration', values: list.map((value) => ({ value })) });

describe('between two versions', () => {
  it.each(DEVICE_TYPE_LIBRARY.map(({ key, model }) => [key, model] as const))('nothing differs between %s and itself', (_key, model) => {
    expect(compareModels(model, structuredClone(model))).toEqual([]);
  });

  it('what is gone is told first, and what came after it', () => {
    const before = { metrics: [{ key: 'a', kind: 'number' }, { key: 'b', kind: 'number' }], alarms: [{ key: 'x', metric: 'a', condition: { operator: 'above', value: 1 } }] };
    const after = { metrics: [{ key: 'b', kind: 'number' }, { key: 'c', kind: 'number' }], attributes: [{ key: 'sn', kind: 'text' }] };
    expect(changes(before, after)).toEqual(['metrics a removed !', 'metrics c added', 'attributes sn added', 'alarms x removed']);
  });

  it.each<[object, object, string[]]>([
    [{}, { name: '温度' }, ['metrics t name']],
    [{}, { kind: 'integer' }, ['metrics t kind !']],
    [{ kind: 'integer' }, { kind: 'number' }, ['metrics t kind']],
    [{ unit: '°C' }, { unit: 'K' }, ['metrics t unit !']],
    [{ range: { max: 5 } }, { range: { max: 4 } }, ['metrics t range']],
    [{ quantity: 'gauge' }, { quantity: 'counter' }, ['metrics t quantity !']],
    [{ intervalMs: 1_000 }, {}, ['metrics t interval']],
    [values('a', 'b'), values('a', 'b', 'c'), ['metrics t values']],
    [values('a', 'b'), values('a', 'c'), ['metrics t values !']],
    [values(1), values('1'), ['metrics t values !']],
    [values('a'), { kind: 'text' }, ['metrics t kind !', 'metrics t values']],
  ])('a metric %j that becomes %j', (before, after, told) => {
    expect(metric(before, after)).toEqual(told);
  });

  it.each<[readonly object[], readonly object[], string[]]>([
    [[], [N], ['commands go parameters !']],
    [[], [{ ...N, isRequired: false }], ['commands go parameters']],
    [[N], [], ['commands go parameters !']],
    [[{ ...N, isRequired: false }], [N], ['commands go parameters !']],
    [[N], [{ ...N, isRequired: false }], ['commands go parameters']],
    [[N], [{ ...N, kind: 'text' }], ['commands go parameters !']],
    [[N], [{ ...N, range: { min: 0 } }], ['commands go parameters']],
  ])('a command’s parameters %j that become %j', (before, after, told) => {
    expect(command(before, after)).toEqual(told);
  });

  it('a command that is no longer answered breaks whoever waits', () => {
    expect([command([], [], { isAnswered: false }), command([], [], { timeoutMs: 500 })]).toEqual([['commands go answer !'], ['commands go answer']]);
  });

  it('an event may tell more, not less', () => {
    expect([event([], [N]), event([N], []), event([N], [{ ...N, unit: 'kW' }])]).toEqual([['events e parameters'], ['events e parameters !'], ['events e parameters !']]);
  });

  it('an alarm breaks nothing, and the field tells what it was', () => {
    const metrics = [{ key: 't', kind: 'number' }];
    const alarm = { key: 'x', metric: 't', condition: { operator: 'above', value: 1 } };
    const [change] = compareModels(modelOf({ metrics, alarms: [alarm] }), modelOf({ metrics, alarms: [{ ...alarm, severity: 'major' }] }));
    expect(change).toEqual({ part: 'alarms', key: 'x', what: 'severity', before: 'warning', after: 'major', isBreaking: false });
  });
});
