import { DAY_MS } from '@tenon/kernel';
import { isoDate, localTimeAt, startOfLocalDay } from '@tenon/domain/energy';
import type { IndicatorReportQuery } from '../../generated/documents';

export type IndicatorRow = IndicatorReportQuery['indicatorReport']['rows'][number];

/** A figure's course over the days, in time order, null where a day has none; a chart's columns. */
export interface FigureCourse {
  readonly atMs: readonly number[];
  readonly value: readonly (number | null)[];
}

/**
 * Every day from the first with data to the last, so that a day without data is a gap and not a leap. A day has two points, its
 * first and its last moment: its figure holds for all of it, and a day between two gaps is still a stroke.
 */
export function courseOf(rows: readonly IndicatorRow[], index: number, timeZone: string): FigureCourse {
  const known = new Map(rows.map((row) => [row.on, row.values[index] ?? null]));
  const days = [...known.keys()].map((on) => Date.parse(`${on}T00:00:00Z`) / DAY_MS);
  const first = Math.min(...days);
  const all = days.length === 0 ? [] : Array.from({ length: Math.max(...days) - first + 1 }, (_, n) => first + n);
  return {
    atMs: all.flatMap((day) => [startOfLocalDay(timeZone, day), startOfLocalDay(timeZone, day + 1) - 1]),
    value: all.flatMap((day) => {
      const value = known.get(isoDate(day)) ?? null;
      return [value, value];
    }),
  };
}

/** The last day on which anything is known. */
export function lastDayOf(rows: readonly IndicatorRow[]): IndicatorRow | null {
  const known = rows.filter(({ values }) => values.some((value) => value !== null));
  return known.reduce<IndicatorRow | null>((last, row) => (last === null || row.on > last.on ? row : last), null);
}

/** Whether a day is today, yesterday, or another. */
export function dayKind(on: string, nowMs: number, timeZone: string): 'today' | 'yesterday' | 'other' {
  const { localDay } = localTimeAt(timeZone, nowMs);
  if (on === isoDate(localDay)) return 'today';
  return on === isoDate(localDay - 1) ? 'yesterday' : 'other';
}

/** Mean of the days that have a value; null where none has. */
export function meanOf(rows: readonly IndicatorRow[], index: number): number | null {
  const values = rows.map((row) => row.values[index] ?? null).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
