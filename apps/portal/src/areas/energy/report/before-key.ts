import type { Comparison, RangeName } from './energy-range';

/** What the span before is called, as the catalogues know it. */
export type BeforeKey = 'day' | 'week' | 'month' | 'year' | 'weekSoFar' | 'monthSoFar' | 'yearSoFar' | 'days' | 'span';

const WHOLE: Readonly<Partial<Record<RangeName['kind'], BeforeKey>>> = {
  yesterday: 'day',
  day: 'day',
  lastWeek: 'week',
  lastMonth: 'month',
  month: 'month',
  lastYear: 'year',
  year: 'year',
};
const SO_FAR: Readonly<Partial<Record<RangeName['kind'], BeforeKey>>> = { thisWeek: 'weekSoFar', thisMonth: 'monthSoFar', thisYear: 'yearSoFar', lastDays: 'days' };

/** Names the span a range is compared with. */
export function beforeKeyOf({ kind }: RangeName, { isSoFar }: Comparison): BeforeKey {
  return (isSoFar ? SO_FAR : WHOLE)[kind] ?? 'span';
}
