import { describe, expect, it } from '@jest/globals';
import { PLANS } from '../plan/catalogue.js';
import { checkedCaps, limitOf, mostOverage } from './caps.js';

const { trial, starter } = PLANS;

describe('where a meter ends', () => {
  it('is the quota unless the owner says otherwise', () => expect(limitOf(starter, {}, 'devices')).toBe(10));
  it('is the cap, above the quota or below', () => {
    expect(limitOf(starter, { devices: 14 }, 'devices')).toBe(14);
    expect(limitOf(starter, { devices: 4 }, 'devices')).toBe(4);
    expect(limitOf(starter, { devices: 0 }, 'devices')).toBe(0);
  });
  it('is the quota where nothing beyond is sold, as when a cap outlives the plan it was set on', () => {
    expect(limitOf(trial, { devices: 64 }, 'devices')).toBe(50);
    expect(limitOf(trial, { devices: 4 }, 'devices')).toBe(4);
  });
});

describe('caps', () => {
  it('pass when they are sound', () => {
    const caps = { devices: 1_000, pointsADay: 0, members: 5 };
    expect(checkedCaps(starter, caps)).toBe(caps);
  });
  it.each([
    [{ devices: 1_001 }, 'CAP.INVALID'],
    [{ devices: -1 }, 'CAP.INVALID'],
    [{ devices: 1.5 }, 'CAP.INVALID'],
    [{ devices: Number.NaN }, 'CAP.INVALID'],
    [{ members: 6 }, 'CAP.BEYOND_QUOTA'],
  ])('refuses %j', (caps, code) => expect(() => checkedCaps(starter, caps)).toThrow(expect.objectContaining({ code })));
});

describe('the most that overage can cost', () => {
  it('is nothing without caps', () => expect(mostOverage(starter, {}, 31).amountMinor).toBe(0));
  it('adds up what lies between quota and cap for each day', () => {
    // 4 machines × 30 days × 1.50 yuan = 180 yuan; 3 million points × 30 × 0.20 = 18 yuan
    expect(mostOverage(starter, { devices: 14, pointsADay: 15_000_000 }, 30).amountMinor).toBe(198_00);
  });
});
