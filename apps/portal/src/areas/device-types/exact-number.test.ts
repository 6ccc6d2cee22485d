import { describe, expect, it } from '@jest/globals';
import { exactNumber } from './exact-number';

describe('a number that somebody set', () => {
  it.each([
    [0.45, '0.45'],
    [4.8, '4.8'],
    [-0.05, '-0.05'],
    [235.4, '235.4'],
    [30_000, '30,000'],
    [1e-7, '0.0000001'],
  ])('%f is shown in full, in both languages', (value, text) => {
    expect([exactNumber(value, 'zh-CN'), exactNumber(value, 'en')]).toEqual([text, text]);
  });
});
