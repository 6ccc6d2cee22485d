'use client';

import { formatMoney, numberText } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';

const MYRIADS_FROM = 100_000;

/** Chinese counts in 万, but not so soon that a week's kWh lose their digits. */
export function scaleOf(value: number): 'cjk' | 'plain' {
  return Math.abs(value) >= MYRIADS_FROM ? 'cjk' : 'plain';
}

const TONNES_FROM_KG = 10_000;

/** Energy, money and carbon as people write them. */
export interface EnergyWords {
  energy(kwh: number): string;
  /** Whole yuan in a sentence. */
  cost(minor: number): string;
  money(minor: number): string;
  percent(ratio: number): string;
  power(kw: number): string;
  /** The unit carbon is told in, and how many kg it is. */
  carbonUnit(kg: number): { readonly unit: string; readonly kg: number };
}

/** Needs the area `energy`. */
export function useEnergyWords(): EnergyWords {
  const locale = useLocale();
  const t = useTranslations('energy.unit');
  return useMemo(() => {
    const amount = (value: number, unit: string): string => numberText(value, { locale, unit, scale: scaleOf(value) });
    return {
      energy: (kwh) => amount(kwh, 'kWh'),
      cost: (minor) => amount(minor >= 10_000 ? Math.round(minor / 100) : minor / 100, t('yuan')),
      money: (minor) => formatMoney(Math.round(minor), { locale, currency: 'CNY' }),
      percent: (ratio) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: ratio > 0 && ratio < 0.1 ? 1 : 0 }).format(ratio),
      power: (kw) => numberText(kw, { locale, unit: 'kW' }),
      carbonUnit: (kg) => (Math.abs(kg) >= TONNES_FROM_KG ? { unit: `${t('tonne')}\u2009CO₂`, kg: 1_000 } : { unit: `${t('kg')}\u2009CO₂`, kg: 1 }),
    };
  }, [locale, t]);
}
