import { creditLine } from '../invoice/fee-line.js';
import type { DraftLine } from '../invoice/invoice-line.js';
import { overageLines } from '../invoice/overage-lines.js';
import type { PlanStretch } from '../invoice/plan-stretch.js';
import { monthOf } from '../month/calendar-month.js';
import type { LocalTimeOf, MeterHour } from '../plan/meter.js';
import type { Plan } from '../plan/plan.js';

/** A company that closes; `stretches` and `readings` of the month so far. */
export interface ClosingInput {
  readonly plan: Plan;
  /** The local day on which it closes; that day was used. */
  readonly today: number;
  readonly stretches: readonly PlanStretch[];
  readonly readings: readonly MeterHour[];
  readonly localTimeOf: LocalTimeOf;
}

/** The last invoice: back for the days that were paid and come no more, and what went beyond the quotas up to now. Below zero it is a refund. */
export function closingLines({ plan, today, stretches, readings, localTimeOf }: ClosingInput): DraftLine[] {
  const month = monthOf(today);
  const isCredited = plan.monthly.amountMinor > 0 && today + 1 < month.afterLastDay;
  return [...(isCredited ? [creditLine(plan, month, today + 1)] : []), ...overageLines(stretches, readings, localTimeOf)];
}
