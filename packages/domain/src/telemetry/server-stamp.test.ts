import { describe, expect, it } from '@jest/globals';
import { ServerStamp, stampsFrom } from './server-stamp.js';

const NOW = Date.UTC(2026, 6, 1, 8);

describe('ServerStamp', () => {
  it('follows the clock, off the whole millisecond', () => {
    const stamp = new ServerStamp();
    expect(stamp.next(NOW)).toBe(NOW * 1_000 + 1);
    expect(stamp.next(NOW + 5.25)).toBe((NOW + 5) * 1_000 + 250);
  });

  it('gives 5,000 readings of one millisecond stamps of their own, none on a whole millisecond', () => {
    const stamp = new ServerStamp();
    const stamps = Array.from({ length: 5_000 }, () => stamp.next(NOW));
    expect(new Set(stamps).size).toBe(5_000);
    expect(stamps.every((us) => us % 1_000 !== 0 && Number.isSafeInteger(us))).toBe(true);
    expect(stamps.every((us, i) => i === 0 || us > (stamps[i - 1] ?? us))).toBe(true);
    expect((stamps.at(-1) ?? 0) - NOW * 1_000).toBeLessThan(5_010);
  });

  it('sets stamps aside that nobody else gets, and gives the same again', () => {
    const stamp = new ServerStamp();
    stamp.next(NOW + 0.996);
    const first = stamp.reserve(NOW + 0.996, 5);
    const [one, again] = [stampsFrom(first), stampsFrom(first)];
    const taken = Array.from({ length: 5 }, () => one.next());
    expect(taken.map((us) => us - NOW * 1_000)).toEqual([997, 998, 999, 1_001, 1_002]);
    expect(Array.from({ length: 5 }, () => again.next())).toEqual(taken);
    expect(stamp.next(NOW) - NOW * 1_000).toBe(1_003);
  });

  it('keeps increasing when the clock is set back, and follows it again once it has caught up', () => {
    const stamp = new ServerStamp();
    const before = stamp.next(NOW);
    const after = stamp.next(NOW - 60_000);
    expect(after).toBe(before + 1);
    expect(stamp.next(NOW + 1)).toBe((NOW + 1) * 1_000 + 1);
  });
});
