import { describe, expect, it } from '@jest/globals';
import { MOULDING_METRICS } from '../../simulation/index.js';
import { guessQuantity, guessUnit } from '../../telemetry/index.js';
import { judgeValue } from '../judge-value.js';
import type { TypeModel, Words } from '../model.js';
import { readModel } from '../reading/read-model.js';
import { DEVICE_TYPE_LIBRARY } from './index.js';

/** Heat in kW, which is no power that an energy bill has. */
const HEAT: ReadonlySet<string> = new Set(['cooling_power_kw']);

function wordsOf({ metrics, attributes, commands, events, alarms }: TypeModel): Words[] {
  const parameters = [...commands, ...events].flatMap((each) => each.parameters);
  return [...metrics, ...attributes, ...commands, ...events, ...alarms, ...parameters].map(({ name }) => name).concat(metrics.flatMap(({ values }) => values.map(({ label }) => label)));
}

describe('the library', () => {
  it('has ten types, each under a key of its own', () => {
    expect(new Set(DEVICE_TYPE_LIBRARY.map(({ key }) => key)).size).toBe(10);
  });

  describe.each(DEVICE_TYPE_LIBRARY.map((type) => [type.key, type] as const))('%s', (_key, { name, description, basis, model }) => {
    it('is a model without a fault, as it would be kept', () => {
      expect(readModel(JSON.parse(JSON.stringify(model)))).toEqual({ model });
    });

    it('is named throughout in both languages', () => {
      const nameless = [name, description, basis, ...wordsOf(model)].filter(({ zh, en }) => !/\S/.test(zh) || !/\S/.test(en));
      expect(nameless).toEqual([]);
    });

    it('bounds every number, and gives units that the keys say', () => {
      const numbers = model.metrics.filter(({ kind }) => kind === 'number' || kind === 'integer');
      expect(numbers.filter(({ range }) => range === null).map(({ key }) => key)).toEqual([]);
      // A guess knows no rates, such as m³/min.
      const guessed = numbers.filter(({ key, unit }) => unit !== null && !unit.includes('/') && guessUnit(key) !== null);
      expect(guessed.map(({ key, unit }) => [key, unit])).toEqual(guessed.map(({ key }) => [key, guessUnit(key)]));
      const plain = guessed.filter(({ key, unit }) => unit !== 'h' && !HEAT.has(key));
      expect(plain.map(({ key, quantity }) => [key, quantity])).toEqual(plain.map(({ key, unit }) => [key, guessQuantity(key, unit, 'number').quantity]));
    });

    it('has alarms that a value within its range sets off, and one without', () => {
      expect(model.alarms.length).toBeGreaterThan(3);
      for (const { key, metric, condition } of model.alarms) {
        const watched = model.metrics.find((each) => each.key === metric)!;
        expect([key, judgeValue(watched, condition.value)]).toEqual([key, 'fits']);
        const { min, max } = watched.range ?? { min: null, max: null };
        expect([key, condition.operator === 'above' ? condition.value === max : condition.operator === 'below' && condition.value === min]).toEqual([key, false]);
      }
    });
  });

  it('fits the simulated moulding machines', () => {
    const { metrics } = DEVICE_TYPE_LIBRARY.find(({ key }) => key === 'injection-moulding')!.model;
    const known = new Map(metrics.map((metric) => [metric.key, metric]));
    expect(MOULDING_METRICS.map(({ key, nameZh, unit, quantity }) => [key, nameZh, unit, quantity])).toEqual(MOULDING_METRICS.map(({ key }) => [key, known.get(key)?.name.zh, known.get(key)?.unit, known.get(key)?.quantity]));
  });
});
