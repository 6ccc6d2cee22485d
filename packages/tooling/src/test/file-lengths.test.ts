import { expect, it } from '@jest/globals';
import { lengthsOf, tooLong } from './file-lengths.mjs';

const files = Array.from({ length: 100 }, (_, at) => ({ file: `${at}.ts`, lines: at + 1 })).reverse();

it('tells the middle, the end and the longest of the files', () => {
  expect(lengthsOf(files)).toEqual({ files: 100, median: 51, p95: 96, longest: 100, longestFile: '99.ts' });
});

it('names what is over its limit', () => {
  expect(tooLong(lengthsOf(files))).toEqual([]);
  expect(tooLong({ files: 3, median: 61, p95: 160, longest: 401, longestFile: 'a.ts' })).toEqual(['median: 61 lines, at most 60', 'longest: 401 lines, at most 400']);
});
