import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DueKeys } from './due-keys.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('DueKeys', () => {
  it('works at once after a quiet time, then together and no sooner than it should', async () => {
    const done: (readonly string[])[] = [];
    const due = new DueKeys(80, async (keys) => void done.push(keys));
    due.add(['a']);
    await pass(0);
    expect(done).toEqual([['a']]);
    for (let i = 0; i < 5; i += 1) due.add(['a', 'b']);
    due.add(['c']);
    await pass(79);
    expect(done).toEqual([['a']]);
    await pass(1);
    expect(done).toEqual([['a'], ['a', 'b', 'c']]);
    await pass(1_000);
    due.add(['d']);
    await pass(0);
    expect(done.at(-1)).toEqual(['d']);
  });

  it('never works twice at one time, and forgets nothing that becomes due meanwhile', async () => {
    const [begun, endings] = [[] as (readonly string[])[], [] as (() => void)[]];
    const due = new DueKeys(5, (keys) => {
      begun.push(keys);
      return new Promise((resolve) => endings.push(resolve));
    });
    due.add(['a']);
    await pass(0);
    due.add(['a', 'b']);
    await pass(1_000);
    expect(begun).toEqual([['a']]);
    endings[0]?.();
    await pass(0);
    expect(begun).toEqual([['a'], ['a', 'b']]);
  });

  it('does nothing when nothing is due', () => {
    new DueKeys(1, () => Promise.resolve()).add([]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
