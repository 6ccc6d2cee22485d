import type { TimeRange } from '@tenon/kernel';
import { rangeFromQuery, type RangeValue } from '@tenon/ui';
import type { EnergyReportInput } from '../../../generated/documents';
import { calendarRange, comparisonOf, energyRange } from './energy-range';

/** What the page shows before anybody chose a range. */
export const FIRST_RANGE: RangeValue = { preset: '7d' };

/** A chosen range as whole days: by name with its days to come, and as asked for without them. */
export interface ReportDays {
  readonly named: TimeRange;
  readonly asked: TimeRange;
}

export function reportDays(value: RangeValue, nowMs: number, timeZone: string): ReportDays {
  const named = energyRange(value, nowMs, timeZone);
  const today = calendarRange('today', nowMs, timeZone);
  const toMs = named.fromMs < today.toMs ? Math.min(named.toMs, today.toMs) : named.toMs;
  return { named, asked: { fromMs: named.fromMs, toMs } };
}

/**
 * What the api is asked for a range: by days, whatever the page splits into, for the api widens a range to whole periods, and the totals
 * must stay those of the range.
 */
export function reportInput(subscriptionId: string, { fromMs, toMs }: TimeRange): EnergyReportInput {
  return { subscriptionId, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), period: 'DAY' };
}

/** What a page at this address asks the api, and for the span before if there is one to compare with. */
export function inputsAt(subscriptionId: string, query: Parameters<typeof rangeFromQuery>[0], nowMs: number, timeZone: string): { report: EnergyReportInput; before: EnergyReportInput | null } {
  const { named, asked } = reportDays(rangeFromQuery(query, FIRST_RANGE), nowMs, timeZone);
  const comparison = comparisonOf(named, nowMs, timeZone);
  return { report: reportInput(subscriptionId, asked), before: comparison && reportInput(subscriptionId, comparison.before) };
}
