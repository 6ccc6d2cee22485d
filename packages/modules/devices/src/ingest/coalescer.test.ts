import { expect, it } from '@jest/globals';
import { Coalescer } from './coalescer.js';

it('hands over together what came together, one hand-over at a time', async () => {
  const handed: number[][] = [];
  let running = 0;
  let most = 0;
  const coalescer: Coalescer<number> = new Coalescer(1, async (items) => {
    most = Math.max(most, (running += 1));
    handed.push(items);
    if (items.includes(2)) coalescer.add(9);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  }, 3);
  for (const item of [1, 2, 3, 4]) coalescer.add(item);
  await coalescer.settled();
  expect(handed).toEqual([[1, 2, 3], [4, 9]]);
  expect(most).toBe(1);
  await coalescer.settled();
});
