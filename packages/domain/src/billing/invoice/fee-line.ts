import { cny } from '@tenon/kernel';
import { daysIn } from '../month/calendar-month.js';
import type { CalendarMonth } from '../month/calendar-month.js';
import { feeForDays } from '../month/fee-for-days.js';
import type { Plan } from '../plan/plan.js';
import type { FeeLine } from './invoice-line.js';

function line(kind: FeeLine['kind'], plan: Plan, month: CalendarMonth, fromDay: number, toDay = month.afterLastDay): FeeLine {
  const fee = feeForDays(plan.monthly, month, fromDay, toDay);
  return {
    kind,
    planId: plan.id,
    fromDay,
    toDay,
    quantity: toDay - fromDay,
    unitPrice: plan.monthly,
    per: daysIn(month),
    amount: kind === 'fee' ? fee : cny(-fee.amountMinor),
  };
}

/** The fee of a plan from a day to the end of its month. */
export function feeLine(plan: Plan, month: CalendarMonth, fromDay: number): FeeLine {
  return line('fee', plan, month, fromDay);
}

/** What comes back of the fee when a plan is left on a day: that day and the rest of its month. */
export function creditLine(plan: Plan, month: CalendarMonth, fromDay: number): FeeLine {
  return line('credit', plan, month, fromDay);
}

/** What comes back of the fee for days `[fromDay, toDay)` of a month on which nothing was given. */
export function creditLineTo(plan: Plan, month: CalendarMonth, fromDay: number, toDay: number): FeeLine {
  return line('credit', plan, month, fromDay, toDay);
}
