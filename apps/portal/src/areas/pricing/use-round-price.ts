import type { Money } from '@tenon/kernel';
import { useLocale } from 'next-intl';

/** A price for a headline: whole yuan without their fen. */
export function useRoundPrice(): (price: Money) => string {
  const locale = useLocale();
  return ({ amountMinor, currency }) => new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amountMinor / 100);
}
