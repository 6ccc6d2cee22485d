import { describe, expect, it } from '@jest/globals';
import { LiveTail } from './live-tail';

describe('LiveTail', () => {
  it('keeps order, replaces a repeated time and leaves late points out', () => {
    const tail = new LiveTail();
    tail.add('s', 10, 1);
    tail.add('s', 20, 2);
    tail.add('s', 20, 3);
    tail.add('s', 15, 9);
    expect(tail.of('s')).toEqual({ atMs: [10, 20], value: [1, 3] });
    expect(tail.of('other')).toEqual({ atMs: [], value: [] });
  });

  it('does not grow without bound', () => {
    const tail = new LiveTail();
    for (let at = 0; at < 20_000; at += 1) tail.add('s', at, at);
    expect(tail.of('s').atMs.length).toBeLessThanOrEqual(4_000);
    expect(tail.of('s').atMs.at(-1)).toBe(19_999);
  });
});
