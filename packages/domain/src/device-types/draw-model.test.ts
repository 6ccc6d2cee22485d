import { describe, expect, it } from '@jest/globals';
import { addMetrics } from './add-metrics.js';
import { drawMetric, drawModel, type SeenMetric } from './draw-model.js';
import { EMPTY_MODEL } from './model.js';
import { readModel } from './reading/read-model.js';

function seen(values: readonly unknown[], fields: Partial<SeenMetric> = {}, everyMs = 5_000): SeenMetric {
  const numbers = values.filter((value) => typeof value === 'number');
  return {
    key: 'k', valueKind: 'number', unit: null, quantity: 'gauge',
    lowest: numbers.length > 0 ? Math.min(...numbers) : null, highest: numbers.length > 0 ? Math.max(...numbers) : null,
    recent: values.map((value, index) => ({ value, atMs: index * everyMs })),
    ...fields,
  };
}
const states = (...values: readonly string[]): SeenMetric => seen([...values, ...values], { valueKind: 'text', quantity: 'state' });

describe('a type drawn from what was seen', () => {
  it('is a model without a fault', () => {
    const model = drawModel([seen([21.4, 22.8], { unit: '°C' }), { ...states('running', 'idle'), key: 's' }, { ...seen([true], { valueKind: 'boolean', quantity: 'state' }), key: 'b' }, { ...seen([{ x: 1 }], { valueKind: 'json', quantity: 'state' }), key: 'j' }, { ...seen([]), key: 'never' }]);
    expect(readModel(JSON.parse(JSON.stringify(model)))).toEqual({ model });
    expect(model.metrics.map(({ kind }) => kind)).toEqual(['number', 'enumeration', 'boolean', 'json', 'number']);
  });

  it.each<[readonly number[], Partial<SeenMetric>, object]>([
    [[20, 25], { unit: '°C' }, { kind: 'number', range: { min: 19, max: 26 } }],
    [[0.5, 4.2], { unit: 'mm/s' }, { range: { min: 0, max: 5 } }],
    [[-8, 30], { unit: '°C' }, { range: { min: -16, max: 38 } }],
    [[-5, -1], { unit: '°C' }, { range: { min: -5.8, max: 0 } }],
    [[7, 7], { unit: 'bar' }, { range: { min: 5.5, max: 8.5 } }],
    [[0, 0], { unit: 'bar' }, { range: null }],
    [[3, 900], { quantity: 'counter' }, { kind: 'integer', quantity: 'counter', range: { min: 0, max: null } }],
    [[3, 900.5], { quantity: 'counter', unit: 'kWh' }, { kind: 'number', unit: 'kWh', range: { min: 0, max: null } }],
    [[-3, 900], { quantity: 'counter' }, { range: null }],
  ])('%j with %j', (values, fields, drawn) => {
    expect(drawMetric(seen(values, fields))).toMatchObject(drawn);
  });

  it('takes whole numbers for whole only where all that is known of them is', () => {
    expect(drawMetric(seen([1, 2, 3])).kind).toBe('integer');
    expect(drawMetric(seen([1, 2, 3], { highest: 7.5 })).kind).toBe('number');
    expect(drawMetric(seen([20, 21, 22], { unit: '°C' })).kind).toBe('number');
  });

  it('lists few texts that come again, and few whole numbers that are a state', () => {
    expect(drawMetric(states('running', 'idle')).values.map(({ value }) => value)).toEqual(['idle', 'running']);
    expect(drawMetric(seen([10, 2, 10, 2], { quantity: 'state' }))).toMatchObject({ kind: 'enumeration', range: null, values: [{ value: 2 }, { value: 10 }] });
    expect(drawMetric(seen([10, 2, 10, 2])).kind).toBe('integer');
    expect(drawMetric(seen(['B-1', 'B-2', 'B-3'], { valueKind: 'text', quantity: 'state' }))).toMatchObject({ kind: 'text', values: [] });
    expect(drawMetric(states(...Array.from({ length: 13 }, (_, n) => `s${n}`))).kind).toBe('text');
    expect(drawMetric(states('x'.repeat(41))).kind).toBe('text');
  });

  it('says how often values came, to what people would say', () => {
    const every = (ms: number, count = 6): number | null => drawMetric(seen(Array.from({ length: count }, (_, n) => n), {}, ms)).intervalMs;
    expect([every(4_970), every(260), every(61_500), every(5_000, 3)]).toEqual([5_000, 300, 60_000, null]);
  });

  it('may be added to a model, which keeps what it has', () => {
    const own = { ...drawMetric(seen([1])), key: 'own', unit: 'kW' };
    expect(addMetrics({ ...EMPTY_MODEL, metrics: [own] }, [{ ...own, unit: 'W' }, { ...own, key: 'new' }]).metrics.map(({ key, unit }) => [key, unit])).toEqual([['own', 'kW'], ['new', 'kW']]);
  });
});
