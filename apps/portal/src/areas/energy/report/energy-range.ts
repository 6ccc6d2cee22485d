import { isoDate, localTimeAt, periodRange, previousRange, startOfLocalDay, type Period } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';
import type { RangePreset, RangeValue } from '@tenon/ui';

/** The api answers at most 1,100 days. */
const MOST_DAYS = 1_096;

const PRESET_DAYS: Readonly<Record<Exclude<RangePreset, '12M'>, number>> = { '1h': 1, '6h': 1, '24h': 2, '7d': 7, '30d': 30 };

function dayAt(timeZone: string, atMs: number): number {
  return localTimeAt(timeZone, atMs).localDay;
}

function days(timeZone: string, firstDay: number, dayAfter: number): TimeRange {
  return { fromMs: startOfLocalDay(timeZone, firstDay), toMs: startOfLocalDay(timeZone, dayAfter) };
}

/** First day of the month so many months before the day's own. */
function monthsBack(localDay: number, months: number): number {
  const date = new Date(`${isoDate(localDay)}T00:00:00Z`);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1) / 86_400_000;
}

/** The whole local days a chosen range stands for: energy is paid by the day, so hours are widened to days. */
export function energyRange(value: RangeValue, nowMs: number, timeZone: string): TimeRange {
  if ('preset' in value) {
    const today = dayAt(timeZone, nowMs);
    if (value.preset === '12M') return days(timeZone, monthsBack(today, 11), today + 1);
    return days(timeZone, today + 1 - PRESET_DAYS[value.preset], today + 1);
  }
  const dayAfter = dayAt(timeZone, value.toMs - 1) + 1;
  return days(timeZone, Math.max(dayAt(timeZone, value.fromMs), dayAfter - MOST_DAYS), dayAfter);
}

/** Calendar spans that people ask for by name. */
export const CALENDAR_SPANS = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const;
export type CalendarSpan = (typeof CALENDAR_SPANS)[number];

function yearOf(timeZone: string, year: number): TimeRange {
  return days(timeZone, Date.UTC(year, 0, 1) / 86_400_000, Date.UTC(year + 1, 0, 1) / 86_400_000);
}

const SPAN_PERIOD: Readonly<Record<CalendarSpan, { period: Period | 'year'; isPast: boolean }>> = {
  today: { period: 'day', isPast: false },
  yesterday: { period: 'day', isPast: true },
  thisWeek: { period: 'week', isPast: false },
  lastWeek: { period: 'week', isPast: true },
  thisMonth: { period: 'month', isPast: false },
  lastMonth: { period: 'month', isPast: true },
  thisYear: { period: 'year', isPast: false },
  lastYear: { period: 'year', isPast: true },
};

/** The range a calendar span means at this moment; one that still runs reaches into the future. */
export function calendarRange(span: CalendarSpan, nowMs: number, timeZone: string): TimeRange {
  const { period, isPast } = SPAN_PERIOD[span];
  if (period === 'year') {
    const year = Number(isoDate(dayAt(timeZone, nowMs)).slice(0, 4));
    return yearOf(timeZone, isPast ? year - 1 : year);
  }
  const current = periodRange(timeZone, nowMs, period);
  return isPast ? periodRange(timeZone, current.fromMs - 1, period) : current;
}

/** What a range is called in a sentence. */
export type RangeName =
  | { readonly kind: CalendarSpan }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'lastDays'; readonly count: number }
  | { readonly kind: 'lastMonths'; readonly count: number }
  | { readonly kind: 'day'; readonly from: string }
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

const isSame = (one: TimeRange, other: TimeRange): boolean => one.fromMs === other.fromMs && one.toMs === other.toMs;

function wholeMonthOrYear(range: TimeRange, timeZone: string): RangeName | null {
  const first = isoDate(dayAt(timeZone, range.fromMs));
  const year = Number(first.slice(0, 4));
  if (isSame(range, periodRange(timeZone, range.fromMs, 'month'))) return { kind: 'month', year, month: Number(first.slice(5, 7)) };
  return isSame(range, yearOf(timeZone, year)) ? { kind: 'year', year } : null;
}

function upToToday(firstDay: number, today: number): RangeName {
  const isMonths = firstDay === monthsBack(firstDay, 0) && firstDay === monthsBack(today, 11);
  return isMonths ? { kind: 'lastMonths', count: 12 } : { kind: 'lastDays', count: today + 1 - firstDay };
}

/** Finds the name people have for a range of whole local days. */
export function nameOfRange(range: TimeRange, nowMs: number, timeZone: string): RangeName {
  const span = CALENDAR_SPANS.find((each) => isSame(range, calendarRange(each, nowMs, timeZone)));
  if (span) return { kind: span };
  const firstDay = dayAt(timeZone, range.fromMs);
  const lastDay = dayAt(timeZone, range.toMs - 1);
  const today = dayAt(timeZone, nowMs);
  const whole = wholeMonthOrYear(range, timeZone);
  if (whole) return whole;
  if (lastDay === today) return upToToday(firstDay, today);
  const from = isoDate(firstDay);
  return firstDay === lastDay ? { kind: 'day', from } : { kind: 'days', from, to: isoDate(lastDay) };
}

/** Two ranges that may be set against each other, and how the later one's change is to be read. */
export interface Comparison {
  readonly current: TimeRange;
  readonly before: TimeRange;
  /** The range still runs, so its complete days stand against the same days of the one before. */
  readonly isSoFar: boolean;
}

/**
 * What a range is fairly compared with: the span just before, months with months. Where today is within the range, only the days that
 * are over are set against as many days of the span before; null while none is over.
 */
export function comparisonOf(range: TimeRange, nowMs: number, timeZone: string): Comparison | null {
  const before = previousRange(timeZone, range);
  if (range.toMs <= nowMs) return { current: range, before, isSoFar: false };
  const firstDay = dayAt(timeZone, range.fromMs);
  const daysOver = dayAt(timeZone, nowMs) - firstDay;
  if (daysOver <= 0) return null;
  const firstBefore = dayAt(timeZone, before.fromMs);
  // February has fewer days than the March so far: never compare with days of the range itself.
  const daysBefore = Math.min(daysOver, firstDay - firstBefore);
  return {
    current: days(timeZone, firstDay, firstDay + daysBefore),
    before: days(timeZone, firstBefore, firstBefore + daysBefore),
    isSoFar: true,
  };
}

/** The period a chart of this range is best split into. */
export function fittingPeriod(range: TimeRange): Period {
  const dayCount = (range.toMs - range.fromMs) / 86_400_000;
  if (dayCount <= 45) return 'day';
  return dayCount <= 200 ? 'week' : 'month';
}

