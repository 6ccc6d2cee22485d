import { expect, it } from '@jest/globals';
import { durationText } from './duration';

it.each([
  [0, '0 ms'],
  [0.42, '0.42 ms'],
  [820.4, '820 ms'],
  [1_234, '1.2 sec'],
  [59_900, '59.9 sec'],
  [840_000, '14 min'],
  [9_000_000, '2.5 hr'],
])('%d ms', (ms, text) => {
  expect(durationText(ms, 'en')).toBe(text);
});

it('in Chinese', () => {
  expect([durationText(820, 'zh-CN'), durationText(1_234, 'zh-CN'), durationText(840_000, 'zh-CN')]).toEqual(['820毫秒', '1.2秒', '14分钟']);
});
