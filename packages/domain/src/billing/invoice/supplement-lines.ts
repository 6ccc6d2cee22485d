import { cny } from '@tenon/kernel';
import type { LocalTimeOf, Meter, MeterHour } from '../plan/meter.js';
import type { OverageLine } from './invoice-line.js';
import { overageAmount, overageLines } from './overage-lines.js';
import type { PlanStretch } from './plan-stretch.js';

/** What was billed of a meter beyond the quota on a local day. */
export interface BilledDay {
  readonly meter: Meter;
  readonly localDay: number;
  readonly beyond: number;
}

/** What of a line was not billed yet; null where that comes to nothing. Days that read less by now give nothing back. */
function supplement(line: OverageLine, billed: readonly BilledDay[]): OverageLine | null {
  const before = billed.filter(({ meter, localDay }) => meter === line.meter && localDay >= line.fromDay && localDay < line.toDay);
  const billedOn = (day: number): number => before.filter(({ localDay }) => localDay === day).reduce((sum, { beyond }) => sum + beyond, 0);
  const days = line.days.map((day) => ({ ...day, beyond: day.beyond - billedOn(day.localDay) })).filter(({ beyond }) => beyond > 0);
  const quantity = days.reduce((sum, { beyond }) => sum + beyond, 0);
  const earlier = before.reduce((sum, { beyond }) => sum + beyond, 0);
  // By running totals, so that a month costs the same to the fen whether its points came in time or late.
  const fen = overageAmount(earlier + quantity, line).amountMinor - overageAmount(earlier, line).amountMinor;
  return fen > 0 ? { ...line, kind: 'supplement', days, quantity, amount: cny(fen) } : null;
}

/**
 * What came late of a month that has its invoice: what its readings make beyond the quotas by now, less what was billed of it.
 * @param stretches of that month
 * @param readings of that month, as they are now
 * @param billed all that was billed of its days, in however many invoices
 * @throws AppError (bug) INTERNAL when an hour of a meter comes twice
 */
export function supplementLines(stretches: readonly PlanStretch[], readings: readonly MeterHour[], billed: readonly BilledDay[], localTimeOf: LocalTimeOf): OverageLine[] {
  return overageLines(stretches, readings, localTimeOf).flatMap((line) => supplement(line, billed) ?? []);
}
