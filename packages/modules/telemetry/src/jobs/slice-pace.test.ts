import { describe, expect, it } from '@jest/globals';
import { SlicePace } from './slice-pace.js';

/** A slice of minutes that hold so many points each, of one series. */
const slice = (minutes: number, pointsAMinute: number) => ({ minutes, aggregates: minutes, points: minutes * pointsAMinute });

describe('SlicePace', () => {
  it('takes more while slices are full and light, and less once one was heavy', () => {
    const pace = new SlicePace();
    const start = pace.minutes;
    pace.took(slice(start, 1));
    expect(pace.minutes).toBe(2 * start);
    pace.took(slice(2 * start, 1_000));
    expect(pace.minutes).toBeLessThan(start);
  });

  it('learns nothing from a slice that found little to do', () => {
    const pace = new SlicePace();
    const start = pace.minutes;
    pace.took(slice(3, 1));
    expect(pace.minutes).toBe(start);
  });

  it('comes to as many minutes as hold a hundred thousand points, and stays there', () => {
    const pace = new SlicePace();
    for (let i = 0; i < 5; i += 1) pace.took(slice(pace.minutes, 980));
    expect(pace.minutes).toBe(100);
  });

  it('counts what is written, too: a machine that says little of many metrics is no light one', () => {
    const pace = new SlicePace();
    pace.took({ minutes: 500, aggregates: 50_000, points: 50_000 });
    expect(pace.minutes).toBe(47);
  });

  it('has a floor and a ceiling', () => {
    const pace = new SlicePace();
    pace.took(slice(500, 1_000_000));
    expect(pace.minutes).toBe(10);
    for (let i = 0; i < 40; i += 1) pace.took(slice(pace.minutes, 0.001));
    expect(pace.minutes).toBeLessThanOrEqual(20_000);
  });
});
