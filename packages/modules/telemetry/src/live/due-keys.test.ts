import { describe, expect, it } from '@jest/globals';
import { DueKeys } from './due-keys.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('DueKeys', () => {
  it('works at once after a quiet time, then together and no sooner than it should', async () => {
    const done: { keys: readonly string[]; atMs: number }[] = [];
    const due = new DueKeys(80, async (keys) => void done.push({ keys, atMs: performance.now() }));
    due.add(['a']);
    await pause(20);
    expect(done.map(({ keys }) => keys)).toEqual([['a']]);
    for (let i = 0; i < 5; i += 1) due.add(['a', 'b']);
    due.add(['c']);
    await pause(120);
    expect(done.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b', 'c']]);
    expect((done[1]?.atMs ?? 0) - (done[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(78);
  });

  it('never works twice at one time, and forgets nothing that becomes due meanwhile', async () => {
    let atWork = 0;
    const done: string[] = [];
    const due = new DueKeys(5, async (keys) => {
      expect((atWork += 1)).toBe(1);
      await pause(30);
      done.push(...keys);
      atWork -= 1;
    });
    due.add(['a']);
    await pause(15);
    due.add(['a', 'b']);
    await pause(120);
    expect(done).toEqual(['a', 'a', 'b']);
  });

  it('does nothing when nothing is due', async () => {
    let times = 0;
    new DueKeys(1, async () => void (times += 1)).add([]);
    await pause(20);
    expect(times).toBe(0);
  });
});
