import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { DirtyRanges } from './dirty-ranges.js';

const NOW = Date.UTC(2026, 5, 1, 12, 30, 30);
const iso = (ms: number): string => new Date(ms).toISOString();

function ranges(atMs: readonly number[]): string[] {
  const dirty = new DirtyRanges(NOW);
  for (const ms of atMs) dirty.add(ms);
  return dirty.toMultirange().slice(1, -1).match(/\[[^)]*\)/g) ?? [];
}

/** Whether some range holds the instant. */
function covers(all: readonly string[], ms: number): boolean {
  return all.some((range) => {
    const [from = '', to = ''] = range.slice(1, -1).split(',');
    return Date.parse(from) <= ms && ms < Date.parse(to);
  });
}

describe('DirtyRanges', () => {
  it('marks the minute of a live point, and grows with the next', () => {
    expect(ranges([NOW, NOW + 5, NOW + MINUTE_MS])).toEqual([`[${iso(Date.UTC(2026, 5, 1, 12, 30))},${iso(Date.UTC(2026, 5, 1, 12, 32))})`]);
  });

  it('marks the hour of a late one', () => {
    expect(ranges([NOW - 5 * HOUR_MS])).toEqual([`[${iso(Date.UTC(2026, 5, 1, 7))},${iso(Date.UTC(2026, 5, 1, 8))})`]);
  });

  it('merges what meets, in whatever order it came', () => {
    const day = Array.from({ length: 96 }, (_, n) => Date.UTC(2018, 0, 1) + ((n * 37) % 96) * 15 * MINUTE_MS);
    expect(ranges(day)).toEqual([`[${iso(Date.UTC(2018, 0, 1))},${iso(Date.UTC(2018, 0, 2))})`]);
  });

  it('stays short by marking too much, never too little', () => {
    const scattered = Array.from({ length: 3_000 }, (_, n) => Date.UTC(2001, 0, 1) + ((n * 7_919) % 3_000) * 3 * 24 * HOUR_MS);
    const all = ranges(scattered);
    expect(all.length).toBeLessThanOrEqual(48);
    expect(scattered.every((ms) => covers(all, ms))).toBe(true);
  });
});
