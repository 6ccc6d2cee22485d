import { describe, expect, it } from '@jest/globals';
import { Draws, hash32, seedOf, unitAt, wander, wanderRow } from './random.js';

const COUNT = 20_000;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('unitAt', () => {
  it.each([
    ['the first coordinate', (i: number) => unitAt(7, i, 3)],
    ['the second coordinate', (i: number) => unitAt(7, 3, i)],
    ['negative coordinates', (i: number) => unitAt(7, 3, -i)],
    ['the seed', (i: number) => unitAt(i, 3, 3)],
  ])('is even over [0, 1) along %s, and neighbours know nothing of each other', (_, at) => {
    const values = Array.from({ length: COUNT }, (__, i) => at(i));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    const tenths = new Array<number>(10).fill(0);
    for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    for (const tenth of tenths) expect(Math.abs(tenth - COUNT / 10)).toBeLessThan(COUNT / 50);
    const together = mean(values.slice(1).map((value, i) => (value - 0.5) * ((values[i] ?? 0) - 0.5)));
    expect(Math.abs(together)).toBeLessThan(0.003);
  });

  it('is the same each time', () => {
    expect(hash32(1, 2, 3)).toBe(hash32(1, 2, 3));
    expect(hash32(1, 2, 3)).not.toBe(hash32(1, 3, 2));
  });
});

describe('wander', () => {
  it('stays within -1 and 1, about 0, and moves little in a little time', () => {
    const values = Array.from({ length: COUNT }, (_, i) => wander(11, 5, i / 20));
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(Math.abs(mean(values))).toBeLessThan(0.05);
    for (let i = 1; i < COUNT; i += 1) expect(Math.abs((values[i] ?? 0) - (values[i - 1] ?? 0))).toBeLessThan(0.16);
    expect(new Set(values.map((value) => Math.sign(value))).size).toBeGreaterThan(1);
  });

  it('has the same numbers in a row', () => {
    const row = wanderRow(11, 5, 29_000_003, 8, 50);
    for (let n = 0; n < 50; n += 1) expect(row[n]).toBe(wander(11, 5, (29_000_003 + n) / 8));
  });
});

describe('Draws', () => {
  it('draw Poisson counts of the mean asked for', () => {
    const counts = Array.from({ length: COUNT }, (_, day) => new Draws(3, 2, day).times(2.5));
    expect(mean(counts)).toBeGreaterThan(2.4);
    expect(mean(counts)).toBeLessThan(2.6);
    expect(mean(counts.map((count) => (count - 2.5) ** 2))).toBeCloseTo(2.5, 0);
  });

  it('start afresh for each day and matter', () => {
    const draw = (channel: number, day: number) => new Draws(3, channel, day).unit();
    expect(new Set([draw(1, 1), draw(1, 2), draw(2, 1), draw(2, 2)]).size).toBe(4);
    expect(draw(1, 1)).toBe(draw(1, 1));
  });
});

describe('seedOf', () => {
  it('tells texts apart', () => {
    expect(new Set(['a', 'b', 'ab', 'ba', ''].map(seedOf)).size).toBe(5);
  });
});
