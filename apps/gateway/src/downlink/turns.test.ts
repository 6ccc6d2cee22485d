import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Work that ends when it is told to, and a record of what began. */
function bench(mostAtOnce: number) {
  const turns = new Turns(mostAtOnce);
  const [began, ends] = [[] as string[], new Map<string, () => void>()];
  const take = (device: string, name: string): Promise<string> => turns.take(device, () => new Promise((resolve) => (began.push(name), ends.set(name, () => resolve(name)))));
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { turns, began, take, end };
}

it('runs so much at once, and machines by turns', async () => {
  const { began, take, end } = bench(2);
  const all = [take('a', 'a1'), take('a', 'a2'), take('a', 'a3'), take('a', 'a4'), take('b', 'b1'), take('c', 'c1')];
  expect(began).toEqual(['a1', 'a2']);
  await end('a2');
  await end('a1');
  await end('a3');
  await end('b1');
  await end('c1');
  expect(began).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4']);
  await end('a4');
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'c1']);
});

it('goes on after work that fails', async () => {
  const turns = new Turns(1);
  const failed = turns.take('a', () => Promise.reject(new Error('away')));
  const next = turns.take('a', () => Promise.resolve('there'));
  await expect(failed).rejects.toThrow('away');
  expect(await next).toBe('there');
});

it('refuses a machine of which too much waits, and no other', async () => {
  const { turns, take, end } = bench(1);
  const asked = Array.from({ length: 101 }, (_, n) => take('a', `a${n}`));
  expect(() => turns.take('a', () => Promise.resolve())).toThrow(expect.objectContaining({ code: 'RATE.LIMITED', kind: 'limited' }));
  const other = take('b', 'b');
  // It waits for one piece of the other's work, not for all.
  for (const name of ['a0', 'a1', 'b', ...Array.from({ length: 99 }, (_, n) => `a${n + 2}`)]) await end(name);
  expect(await Promise.all([...asked, other])).toHaveLength(102);
});
