'use client';

import { formatMoney } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { PriceModel } from '../../generated/documents';

export interface AppPrice {
  readonly model: PriceModel;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Gives a price in words, short for lists or long for the decision. Needs the area `store`. */
export function usePrice(): (price: AppPrice, form?: 'short' | 'long') => string {
  const t = useTranslations('store.price');
  const locale = useLocale();
  return useCallback(
    ({ model, amountMinor, currency }, form = 'short') => {
      if (model === 'FREE') return t('free');
      const amount = formatMoney(amountMinor, { locale, currency });
      return form === 'long' ? t('monthlyLong', { amount }) : t('monthly', { amount });
    },
    [t, locale],
  );
}
