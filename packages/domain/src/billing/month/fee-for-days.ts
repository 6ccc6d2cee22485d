import { bug, cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { roundedRatio } from '../money/rounded-ratio.js';
import { daysIn } from './calendar-month.js';
import type { CalendarMonth } from './calendar-month.js';

function feeUpTo(monthly: Money, month: CalendarMonth, day: number): bigint {
  return roundedRatio(BigInt(monthly.amountMinor) * BigInt(day - month.firstDay), BigInt(daysIn(month)));
}

/**
 * What some days of a month cost: the fee up to their end, less the fee up to their beginning, each rounded. So however a month is
 * cut, and cut again, its pieces add up to the fee to the fen, which a largest remainder shared out anew at each cut would not.
 * @param monthly for the whole month
 * @param fromDay first local day, within the month
 * @param toDay the day after the last, at most the month's `afterLastDay`
 */
export function feeForDays(monthly: Money, month: CalendarMonth, fromDay: number, toDay: number): Money {
  if (fromDay < month.firstDay || toDay < fromDay || toDay > month.afterLastDay) throw bug('INTERNAL', 'These days are not of this month.');
  return cny(Number(feeUpTo(monthly, month, toDay) - feeUpTo(monthly, month, fromDay)));
}
