import { expect, it } from '@jest/globals';
import { shownValue, writtenParams, writtenValue } from './json-text';

it.each([
  ['180', 180],
  [' true ', true],
  ['"180"', '180'],
  ['自动', '自动'],
  ['{"a":[1]}', { a: [1] }],
  ['{a}', '{a}'],
])('reads %s as %j, and shows it again', (text, value) => {
  expect(writtenValue(text)).toEqual(value);
  expect(writtenValue(JSON.stringify(value))).toEqual(value);
});

it.each([
  ['', {}],
  [' ', {}],
  ['{"speed":3}', { speed: 3 }],
  ['null', null],
  ['{speed:3}', undefined],
])('reads parameters %j', (text, params) => {
  expect(writtenParams(text)).toEqual(params);
});

it('shows texts as they are and all else as JSON', () => {
  expect([shownValue('自动'), shownValue(1.5), shownValue({ a: null })]).toEqual(['自动', '1.5', '{"a":null}']);
});
