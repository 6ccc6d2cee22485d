import { cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';

/** The sum of amounts, nothing for none of them. */
export function sumMoney(amounts: readonly Money[]): Money {
  return cny(amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
}
