import { numberText } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { bytesText } from '../exit/bytes';
import type { MeterFactsFragment, PlanId } from '../../generated/documents';

/** How a plan's figures are said. */
interface PlanWords {
  count(value: number): string;
  money(amountMinor: number): string;
  /** A day `YYYY-MM-DD`, with its year. */
  day(date: string): string;
  /** The same, short. */
  shortDay(date: string): string;
  /** The month of a day, with its year. */
  month(date: string): string;
  price(overage: NonNullable<MeterFactsFragment['overage']>): string;
  plan(id: PlanId): string;
  /** How many packages for machines there is room for, and for how much of them. */
  packageRoom(room: { readonly packages: number; readonly packageBytes: number }): string;
}

/** A day of the calendar is the same everywhere. */
const calendar = (locale: string, options: Intl.DateTimeFormatOptions) => (date: string): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** Figures in the reader's language. */
export function usePlanWords(): PlanWords {
  const t = useTranslations('plan');
  const locale = useLocale();
  const count = (value: number): string => numberText(value, { locale, scale: 'cjk', precision: 2, minPrecision: 0 });
  const money = (amountMinor: number): string => new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY' }).format(amountMinor / 100).replace('-', '−');
  return {
    count,
    money,
    day: calendar(locale, { dateStyle: 'medium' }),
    shortDay: calendar(locale, { month: 'numeric', day: 'numeric' }),
    month: calendar(locale, { month: 'long', year: 'numeric' }),
    price: ({ amountMinor, per }) => t('overage', { price: money(amountMinor), per: count(per), each: per === 1 ? 'one' : 'many' }),
    plan: (id) => t(`name.${id}`),
    packageRoom: ({ packages, packageBytes }) => t('offers.packageRoom', { count: count(packages), bytes: bytesText(packageBytes, locale) }),
  };
}
