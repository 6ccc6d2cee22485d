import { describe, expect, it } from '@jest/globals';
import { createBackoff } from './backoff.mjs';

describe('backoff', () => {
  it('doubles from 250 ms to 10 s', () => {
    const backoff = createBackoff();
    const delays = Array.from({ length: 8 }, () => backoff.afterFall(0));
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it('starts over after 30 s of standing', () => {
    const backoff = createBackoff();
    backoff.afterFall(0);
    backoff.afterFall(0);
    expect(backoff.afterFall(29_999)).toBe(1000);
    expect(backoff.afterFall(30_000)).toBe(250);
    expect(backoff.afterFall(0)).toBe(500);
  });
});
