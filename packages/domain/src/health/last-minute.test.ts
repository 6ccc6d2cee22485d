import { expect, it } from '@jest/globals';
import { LastMinute, perSecond } from './last-minute.js';

const at = (seconds: number, counts: Readonly<Record<string, number>>) => ({ atMs: seconds * 1_000, counts: new Map(Object.entries(counts)) });

it('what has run for less than a minute is counted from its beginning', () => {
  const minute = new LastMinute(at(100, { messages: 7 }));
  expect(minute.add(at(105, { messages: 17, refused: 1 }))).toEqual({ spanMs: 5_000, counts: new Map([['messages', 10], ['refused', 1]]) });
});

it('what was counted more than a minute ago is no longer in it', () => {
  const minute = new LastMinute(at(0, {}));
  for (let seconds = 5; seconds <= 120; seconds += 5) minute.add(at(seconds, { messages: Math.min(seconds, 60) * 10 }));
  expect(minute.add(at(120, { messages: 600 }))).toEqual({ spanMs: 60_000, counts: new Map() });
  expect(minute.add(at(125, { messages: 625 }))).toEqual({ spanMs: 60_000, counts: new Map([['messages', 25]]) });
});

it('what rested between two readings is spread over the whole rest', () => {
  const minute = new LastMinute(at(0, {}));
  minute.add(at(5, { messages: 50 }));
  expect(minute.add(at(605, { messages: 650 }))).toEqual({ spanMs: 600_000, counts: new Map([['messages', 600]]) });
});

it('a rate is by the span, and none where no time has passed', () => {
  expect([perSecond(90, 60_000), perSecond(1, 5_000), perSecond(3, 0)]).toEqual([1.5, 0.2, 0]);
});
