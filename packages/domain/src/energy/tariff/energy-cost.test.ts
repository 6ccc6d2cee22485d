import { describe, expect, it } from '@jest/globals';
import { energyCost } from './energy-cost.js';

describe('what energy costs', () => {
  it.each([
    [100, 7_123, 7_123], // 100 kWh × 0.7123 yuan = 71.23 yuan
    [0.5, 5_000, 25], // 0.25 yuan
    [1.5, 7_000, 105], // 1.05 yuan
    [0.05, 9_000, 5], // 4.5 fen, half up
    [0.049999, 9_000, 4], // 4.49991 fen
    [1.005, 10_000, 101], // 100.5 fen, which 1.005 × 100 in floating point (100.49999…) would round down
    [0, 9_000, 0],
    [90_000_000, 11_200, 10_080_000_000], // 90 GWh: 100.8 million yuan, beyond what a product of doubles keeps exact
  ])('%p kWh at %p yuan per 10 000 kWh is %p fen', (energyKwh, price, amountMinor) => {
    expect(energyCost(energyKwh, price)).toEqual({ amountMinor, currency: 'CNY' });
  });
});
