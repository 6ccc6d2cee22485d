import { monthOf } from '../month/calendar-month.js';
import type { LocalTimeOf, MeterHour } from '../plan/meter.js';
import type { Plan } from '../plan/plan.js';
import { feeLine } from './fee-line.js';
import type { DraftLine } from './invoice-line.js';
import { overageLines } from './overage-lines.js';
import type { PlanStretch } from './plan-stretch.js';

/** What the month's own invoice is made of. */
export interface MonthlyInput {
  /** First local day of the month that begins. */
  readonly firstDay: number;
  /** The plan that it begins with; null when nothing is billed any more, or not yet. */
  readonly plan: Plan | null;
  /** The month that ended: its plans, and what the meters read. */
  readonly past: readonly PlanStretch[];
  readonly readings: readonly MeterHour[];
  readonly localTimeOf: LocalTimeOf;
}

/**
 * The lines of a month's own invoice, issued on its first day: the fee of the month that begins, in advance, and what went beyond
 * the quotas in the month that ended. Empty where nothing is owed; then no invoice is written.
 */
export function monthlyLines({ firstDay, plan, past, readings, localTimeOf }: MonthlyInput): DraftLine[] {
  const fees = plan && plan.monthly.amountMinor > 0 ? [feeLine(plan, monthOf(firstDay), firstDay)] : [];
  return [...fees, ...overageLines(past, readings, localTimeOf)];
}
