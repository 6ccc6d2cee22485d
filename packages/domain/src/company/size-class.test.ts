import { describe, expect, it } from '@jest/globals';
import { sizeClass } from './size-class.js';

const YUAN_OF_WAN = 10_000;

describe('size classes of industry', () => {
  it.each([
    [1_000, 40_000, 'LARGE'],
    [999, 40_000, 'MEDIUM'],
    [1_000, 39_999, 'MEDIUM'],
    [300, 2_000, 'MEDIUM'],
    [299, 90_000, 'SMALL'],
    [5_000, 1_999, 'SMALL'],
    [20, 300, 'SMALL'],
    [19, 90_000, 'MICRO'],
    [5_000, 299, 'MICRO'],
    [0, 0, 'MICRO'],
  ] as const)('%d people and %d 万元 a year: %s', (employees, wan, expected) => {
    expect(sizeClass({ employees, yearlyRevenueYuan: wan * YUAN_OF_WAN })).toBe(expected);
  });
});
