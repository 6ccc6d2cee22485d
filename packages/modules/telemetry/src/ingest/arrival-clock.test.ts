import { expect, it } from '@jest/globals';
import { ArrivalClock } from './arrival-clock.js';

it('strictly increases, also within a millisecond and when the clock is set back', () => {
  const clock = new ArrivalClock();
  const given = [5, 5, 5, 6, 2, 7].map((nowMs) => clock.next(nowMs));
  expect(given).toEqual([5_000, 5_001, 5_002, 6_000, 6_001, 7_000]);
});
