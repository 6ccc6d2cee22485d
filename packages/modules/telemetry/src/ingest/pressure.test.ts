import { expect, it } from '@jest/globals';
import { Pressure, weightOf, weightOfRows } from './pressure.js';

it('turns high at a limit, and low when half is gone', () => {
  const pressure = new Pressure({ maxPendingMessages: 4, maxPendingBytes: 1e9 });
  const turns: boolean[] = [];
  pressure.onChange((isHigh) => turns.push(isHigh));
  for (let i = 0; i < 6; i += 1) pressure.add(10);
  for (let i = 0; i < 3; i += 1) pressure.remove(10);
  expect(turns).toEqual([true]);
  pressure.remove(10);
  expect(turns).toEqual([true, false]);
});

it('counts bytes too', () => {
  const pressure = new Pressure({ maxPendingMessages: 100, maxPendingBytes: 5_000 });
  pressure.add(4_000);
  expect(pressure.isHigh).toBe(false);
  pressure.add(4_000);
  expect(pressure.isHigh).toBe(true);
  pressure.remove(4_000);
  pressure.remove(4_000);
  expect([pressure.isHigh, pressure.bytes, pressure.messages]).toEqual([false, 0, 0]);
});

it('tells when it is empty', async () => {
  const pressure = new Pressure({ maxPendingMessages: 4, maxPendingBytes: 1e9 });
  await pressure.empty();
  pressure.add(1);
  const order: string[] = [];
  const empty = pressure.empty().then(() => order.push('empty'));
  order.push('removed');
  pressure.remove(1);
  await empty;
  expect(order).toEqual(['removed', 'empty']);
});

it('weighs a message by its rows and values too, as they take up more than its text', () => {
  const text = JSON.stringify(Array.from({ length: 1_000 }, () => ({ a: 1 })));
  expect(weightOf(text.length, 1_000, 1_000)).toBeGreaterThan(20 * text.length);
  expect(weightOf(10, 2, 1)).toBe(weightOf(10, 1, 1) + weightOfRows(1));
});

it('turns high when what it holds turns out to be heavier', () => {
  const pressure = new Pressure({ maxPendingMessages: 100, maxPendingBytes: 5_000 });
  pressure.add(1_000);
  pressure.grow(4_000);
  expect(pressure.isHigh).toBe(true);
  pressure.remove(5_000);
  expect([pressure.isHigh, pressure.bytes]).toEqual([false, 0]);
});
