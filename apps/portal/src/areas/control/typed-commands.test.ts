import { expect, it } from '@jest/globals';
import type { TypeParameter } from '@tenon/domain/device-types';
import { commandsOfType, paramsTemplate } from './typed-commands';

const parameter = (key: string, kind: string, more: object = {}) => ({ key, kind, name: { zh: key, en: key }, unit: null, range: null, values: [], isRequired: true, ...more }) as unknown as TypeParameter;

it('offers the commands of the version in force, and none without one', () => {
  const commands = [{ key: 'start' }];
  const type = { id: 't', name: 'T', draft: null, published: { version: 1, model: { commands } } };
  expect(commandsOfType({ type } as never)).toBe(commands);
  expect([commandsOfType({ type: null }), commandsOfType({ type: { ...type, published: null } } as never)]).toEqual([[], []]);
});

it('makes parameters to be written over of those that a command must have', () => {
  const parameters = [
    parameter('speed', 'number', { range: { min: 2, max: 9 } }),
    parameter('count', 'integer'),
    parameter('on', 'boolean'),
    parameter('mode', 'enumeration', { values: [{ value: 'auto' }, { value: 'manual' }] }),
    parameter('note', 'text'),
    parameter('recipe', 'json'),
    parameter('extra', 'text', { isRequired: false }),
  ];
  expect(JSON.parse(paramsTemplate({ parameters }))).toEqual({ speed: 2, count: 0, on: true, mode: 'auto', note: '', recipe: {} });
  expect(paramsTemplate({ parameters: [] })).toBe('');
});
