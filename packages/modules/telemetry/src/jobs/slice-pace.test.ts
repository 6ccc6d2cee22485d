import { describe, expect, it } from '@jest/globals';
import { SlicePace } from './slice-pace.js';

describe('SlicePace', () => {
  it('takes more while slices are quick and full, and less once one is slow', () => {
    const pace = new SlicePace();
    const start = pace.minutes;
    pace.took(start, 10);
    expect(pace.minutes).toBe(2 * start);
    pace.took(2 * start, 500);
    expect(pace.minutes).toBe(start);
  });

  it('learns nothing from a slice that found little to do', () => {
    const pace = new SlicePace();
    const start = pace.minutes;
    pace.took(3, 1);
    expect(pace.minutes).toBe(start);
  });

  it('halves what a slow slice really did, down to a floor', () => {
    const pace = new SlicePace();
    pace.took(100, 1_000);
    expect(pace.minutes).toBe(50);
    for (let i = 0; i < 20; i += 1) pace.took(pace.minutes, 1_000);
    expect(pace.minutes).toBeGreaterThanOrEqual(10);
  });

  it('has a ceiling', () => {
    const pace = new SlicePace();
    for (let i = 0; i < 40; i += 1) pace.took(pace.minutes, 1);
    expect(pace.minutes).toBeLessThanOrEqual(20_000);
  });
});
