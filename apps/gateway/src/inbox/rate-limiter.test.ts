import { describe, expect, it } from '@jest/globals';
import { RateLimiter, TokenBucket } from './rate-limiter.js';

describe('TokenBucket', () => {
  it('lets a burst through, then as many as refill', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect([0, 0, 0].map((ms) => bucket.take(ms))).toEqual([0, 0, 0]);
    expect(bucket.take(0)).toBe(100);
    expect(bucket.take(0)).toBe(200);
    expect(bucket.take(300)).toBe(0);
  });

  it('makes who owes for a large message wait before the next', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect(bucket.take(0)).toBe(0);
    bucket.owe(12);
    expect(bucket.take(0)).toBe(1_100);
    bucket.giveBack();
    expect(bucket.take(1_100)).toBe(0);
  });

  it('does not count what is given back, and fills no further than its burst', () => {
    const bucket = new TokenBucket(1, 1, 0);
    bucket.take(0);
    for (let n = 0; n < 5; n += 1) {
      expect(bucket.take(0)).toBeGreaterThan(0);
      bucket.giveBack();
    }
    expect(bucket.take(1_000)).toBe(0);
    expect(bucket.take(100_000)).toBe(0);
    expect(bucket.take(100_000)).toBeGreaterThan(0);
  });
});

it('gives each key a bucket of its own', () => {
  const limiter = new RateLimiter(1, 1);
  expect(limiter.bucket('a').take(Date.now())).toBe(0);
  expect(limiter.bucket('a').take(Date.now())).toBeGreaterThan(0);
  expect(limiter.bucket('b').take(Date.now())).toBe(0);
});
