import { expect, it } from '@jest/globals';
import { readTagName, readTagNames } from './index.js';

it('keeps a tag as it is meant, whoever types it', () => {
  expect(['  #注塑 ', '＃ 注塑', 'old\tpress', 'e\u0301'].map(readTagName)).toEqual(['注塑', '注塑', 'old press', '\u00E9']);
});

it.each([['', 'TAG.NAME_REQUIRED'], [' # ', 'TAG.NAME_REQUIRED'], ['x'.repeat(41), 'TAG.NAME_TOO_LONG']])('refuses %j', (text, code) => {
  expect(() => readTagName(text)).toThrow(expect.objectContaining({ code }));
});

it('takes tags that differ by case alone as one, and at most 20', () => {
  expect(readTagNames(['Pump', 'pump', 'spare'])).toEqual(['pump', 'spare']);
  expect(() => readTagNames(Array.from({ length: 21 }, (_, at) => `t${at}`))).toThrow(expect.objectContaining({ code: 'TAG.TOO_MANY_ON_MACHINE' }));
});
