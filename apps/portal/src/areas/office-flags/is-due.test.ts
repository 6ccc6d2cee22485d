import { expect, it } from '@jest/globals';
import { isDue } from './is-due';

it('a flag is due when its day is over', () => {
  const at = (instant: string): boolean => isDue('2027-03-31', Date.parse(instant));
  expect([at('2027-03-31T23:59:00Z'), at('2027-04-01T00:00:00Z')]).toEqual([false, true]);
});
