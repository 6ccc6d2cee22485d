import { cny } from '@tenon/kernel';
import { mostOverage, PLANS } from '@tenon/domain/billing';
import { expect, it } from '@jest/globals';
import { mostCostMinor } from './most-cost';

it.each([
  ['devices', 14],
  ['devices', 9],
  ['pointsADay', 13_500_001],
  ['apiCallsADay', 27_501],
] as const)('says of a cap on %s at %d what the bill may come to', (meter, cap) => {
  const { starter } = PLANS;
  const { price, per } = starter.overage[meter]!;
  for (const days of [28, 31]) {
    expect(cny(mostCostMinor({ cap, quota: starter.quotas[meter], overage: { amountMinor: price.amountMinor, per } }, days))).toEqual(mostOverage(starter, { [meter]: cap }, days));
  }
});

it('costs nothing where nothing is sold', () => {
  expect(mostCostMinor({ cap: 900, quota: 5, overage: null }, 31)).toBe(0);
});
