import { expect, it } from '@jest/globals';
import { commandWrites } from './command-writes.js';

const METRICS = new Map((['Out/Speed', 'On'] as const).map((name) => [name as string, { name, type: name === 'On' ? 'Boolean' : 'Int32', alias: null, field: null } as const]));
const writes = (method: string, params: unknown) => commandWrites(method, params, (name) => METRICS.get(name)).map(({ metric, value }) => [metric.name, value]);

it.each<[string, unknown, unknown]>([
  ['Out/Speed', 5, [['Out/Speed', 5n]]],
  ['Out/Speed', { value: 5 }, [['Out/Speed', 5n]]],
  ['On', false, [['On', false]]],
  ['Node Control/Rebirth', {}, [['Node Control/Rebirth', true]]],
  ['set', { 'Out/Speed': 5, On: true }, [['Out/Speed', 5n], ['On', true]]],
])('%s %j', (method, params, expected) => {
  expect(writes(method, params)).toEqual(expected);
});

it.each<[string, unknown, string]>([
  ['Out/Speed', 'fast', 'COMMAND.WRONG_TYPE'],
  ['Out/Speed', {}, 'COMMAND.WRONG_TYPE'],
  ['On', {}, 'COMMAND.WRONG_TYPE'],
  ['set', {}, 'COMMAND.UNKNOWN_METRIC'],
  ['set', 5, 'COMMAND.UNKNOWN_METRIC'],
  ['set', { Other: 1 }, 'COMMAND.UNKNOWN_METRIC'],
  ['set', { On: 1 }, 'COMMAND.WRONG_TYPE'],
])('%s %j is refused by %s', (method, params, code) => {
  expect(() => writes(method, params)).toThrow(expect.objectContaining({ code }));
});
