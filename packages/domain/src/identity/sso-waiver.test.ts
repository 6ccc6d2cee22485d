import { describe, expect, it } from '@jest/globals';
import { maySsoBeWaived } from './sso-waiver.js';

const DAY = 86_400_000;
const DEMANDED = 100 * DAY;

describe('passing single sign-on over', () => {
  it.each([
    ['without a second factor', null, DEMANDED + 9 * DAY, false],
    ['by one of before', DEMANDED - 1, DEMANDED, true],
    ['by one of that very moment', DEMANDED, DEMANDED, true],
    ['by one of afterwards', DEMANDED + 1, DEMANDED + 2, false],
    ['by one of almost three days', DEMANDED + DAY, DEMANDED + 4 * DAY - 1, false],
    ['by one of three days', DEMANDED + DAY, DEMANDED + 4 * DAY, true],
  ])('%s', (_by, confirmedAt, now, isGood) => {
    expect(maySsoBeWaived({ confirmedAt, demandedAt: DEMANDED, now })).toBe(isGood);
  });
});
