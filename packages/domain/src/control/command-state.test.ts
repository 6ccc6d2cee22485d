import { expect, it } from '@jest/globals';
import { commandStateAt } from './command-state.js';

it.each([
  ['queued', null, 'queued'],
  ['queued', 1_001, 'queued'],
  ['queued', 1_000, 'expired'],
  ['sent', 999, 'timed-out'],
  ['delivered', 1_000, 'timed-out'],
  ['delivered', 1_001, 'delivered'],
  ['answered', null, 'answered'],
  ['cancelled', null, 'cancelled'],
] as const)('a command %s that time moves at %s is %s at 1000', (state, dueAtMs, expected) => {
  expect(commandStateAt(state, dueAtMs, 1_000)).toBe(expected);
});
