/** An amount in a currency's smallest unit (for CNY, fen 分); integers only, so that sums are exact. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: 'CNY';
}

/** An amount of renminbi given in fen. @param amountMinor whole fen */
export function cny(amountMinor: number): Money {
  return { amountMinor, currency: 'CNY' };
}
