import { creditLineTo, feeLine } from '../invoice/fee-line.js';
import type { FeeLine } from '../invoice/invoice-line.js';
import { monthOf } from '../month/calendar-month.js';
import type { Plan } from '../plan/plan.js';
import type { PauseEnd } from './pauses.js';

/** Whatever plan held on a local day. */
export type PlanOn = (day: number) => Plan;

/** What comes back of the fee that was paid in advance for the month in which the company stopped. */
function creditLines({ stoppedOn, back }: PauseEnd, planOn: PlanOn): FeeLine[] {
  if (stoppedOn === null) return [];
  const month = monthOf(stoppedOn);
  const toDay = Math.min(back?.billsFrom ?? month.afterLastDay, month.afterLastDay);
  const plan = planOn(stoppedOn);
  return stoppedOn + 1 < toDay && plan.monthly.amountMinor > 0 ? [creditLineTo(plan, month, stoppedOn + 1, toDay)] : [];
}

/** The fee for what is left of the month in which it comes back, where that is not paid: it began in the pause, or was given back. */
function feeLines({ stoppedOn, back }: PauseEnd, planOn: PlanOn): FeeLine[] {
  if (!back || (stoppedOn !== null && back.on < monthOf(stoppedOn).afterLastDay)) return [];
  const [month, plan] = [monthOf(back.on), planOn(back.billsFrom)];
  return back.billsFrom < month.afterLastDay && plan.monthly.amountMinor > 0 ? [feeLine(plan, month, back.billsFrom)] : [];
}

/** The lines of the invoice that ends or settles a pause; below zero it is a refund, and where nothing is to be said there are none. */
export function pauseLines(end: PauseEnd, planOn: PlanOn): FeeLine[] {
  return [...creditLines(end, planOn), ...feeLines(end, planOn)];
}
