'use client';

import type { Period } from '@tenon/domain/energy';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import type { PeriodRow } from './energy-periods';

const MANY_DAYS = 14;

/** Gives a period's name, short for the foot of a chart, whole for a table. */
export function usePeriodLabel(period: Period): { short(row: PeriodRow, count: number): string; whole(row: PeriodRow): string } {
  const locale = useLocale();
  const weekday = useCallback((day: string) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`)), [locale]);
  const monthDay = (day: string): string => day.slice(5);
  const short = ({ startOn }: PeriodRow, count: number): string => {
    if (period === 'month') return startOn.slice(0, 7);
    return period === 'day' && count <= MANY_DAYS ? `${monthDay(startOn)} ${weekday(startOn)}` : monthDay(startOn);
  };
  const whole = ({ startOn, endOn }: PeriodRow): string => {
    if (period === 'day') return `${startOn} ${weekday(startOn)}`;
    return period === 'month' ? startOn.slice(0, 7) : `${startOn} – ${endOn.slice(5)}`;
  };
  return { short, whole };
}
