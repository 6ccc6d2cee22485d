import { describe, expect, it } from '@jest/globals';
import { Fanout } from './fanout.js';

describe('Fanout', () => {
  it('gives each follower of a key what is pushed, and others nothing', async () => {
    const fanout = new Fanout<number>();
    const a = fanout.follow('a');
    const other = fanout.follow('b');
    const waiting = a.next();
    fanout.push('a', 1);
    expect(await waiting).toEqual({ value: 1, done: false });
    fanout.push('b', 2);
    expect(await other.next()).toEqual({ value: 2, done: false });
  });

  it('keeps only the newest for a follower that is slow', async () => {
    const fanout = new Fanout<number>();
    const slow = fanout.follow('a');
    fanout.push('a', 1);
    fanout.push('a', 2);
    expect(await slow.next()).toEqual({ value: 2, done: false });
  });

  it('forgets a key when its last follower leaves, and ends whoever waits', async () => {
    const fanout = new Fanout<number>();
    const one = fanout.follow('a');
    const waiting = one.next();
    await one.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(fanout.has('a')).toBe(false);
  });
});
