import { isoDate, isoWeekday, type Period } from '@tenon/domain/energy';
import type { EnergyReportQuery } from '../../../generated/documents';

export type DayRow = EnergyReportQuery['energyReport']['periods'][number];

/** What was used, paid and emitted in one calendar period; the first and last may be cut by the range. */
export interface PeriodRow {
  /** First day of the period within the range, `YYYY-MM-DD`. */
  readonly startOn: string;
  /** Last day, included. */
  readonly endOn: string;
  readonly energyKwh: number;
  readonly costMinor: number;
  readonly carbonKg: number;
  readonly peakKwh: number;
  readonly flatKwh: number;
  readonly valleyKwh: number;
}

const DAY_MS = 86_400_000;
const AMOUNTS = ['energyKwh', 'costMinor', 'carbonKg', 'peakKwh', 'flatKwh', 'valleyKwh'] as const;

function periodKey(day: string, period: Period): string {
  if (period === 'day') return day;
  if (period === 'month') return day.slice(0, 7);
  const localDay = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  return isoDate(localDay - isoWeekday(localDay) + 1);
}

function added(row: PeriodRow, day: DayRow): PeriodRow {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, row[name] + day[name]])) as Pick<PeriodRow, (typeof AMOUNTS)[number]>;
  return { ...row, ...amounts, endOn: day.startOn };
}

/** Adds days up into calendar periods; weeks start on Monday. */
export function groupDays(days: readonly DayRow[], period: Period): PeriodRow[] {
  const rows = new Map<string, PeriodRow>();
  for (const day of days) {
    const key = periodKey(day.startOn, period);
    const { startOn, energyKwh, costMinor, carbonKg, peakKwh, flatKwh, valleyKwh } = day;
    const row = rows.get(key);
    rows.set(key, row ? added(row, day) : { startOn, endOn: startOn, energyKwh, costMinor, carbonKg, peakKwh, flatKwh, valleyKwh });
  }
  return [...rows.values()];
}

/** The sum of days that start within `[fromMs, toMs)`. */
export function sumOfDays(days: readonly DayRow[], fromMs: number, toMs: number): { energyKwh: number; costMinor: number; carbonKg: number } {
  const sum = { energyKwh: 0, costMinor: 0, carbonKg: 0 };
  for (const { from, energyKwh, costMinor, carbonKg } of days) {
    const atMs = Date.parse(from);
    if (atMs < fromMs || atMs >= toMs) continue;
    sum.energyKwh += energyKwh;
    sum.costMinor += costMinor;
    sum.carbonKg += carbonKg;
  }
  return sum;
}
