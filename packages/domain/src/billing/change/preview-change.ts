import { conflict } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { creditLine, feeLine } from '../invoice/fee-line.js';
import type { FeeLine } from '../invoice/invoice-line.js';
import { taxesWithin } from '../invoice/tax.js';
import { sumMoney } from '../money/sum-money.js';
import { monthOf } from '../month/calendar-month.js';
import type { Plan } from '../plan/plan.js';
import { shortfalls } from './shortfalls.js';
import type { InUse, Shortfall } from './shortfalls.js';

/** A wish to change plans; `today` in local days of the company since 1970-01-01. */
export interface ChangeInput {
  readonly from: Plan;
  readonly to: Plan;
  readonly today: number;
  readonly inUse: InUse;
}

/** What a change will cost, before anybody agrees to it. */
export interface ChangePreview {
  readonly direction: 'up' | 'down';
  /** The local day from which the other plan holds: today on the way up, the first of next month on the way down. */
  readonly takesEffectOn: number;
  /** The lines of the invoice that is written at once: the credit for what is paid and no longer used, and the new fee. None on the way down. */
  readonly lines: readonly FeeLine[];
  /** Their sum, tax included, and the tax within. */
  readonly dueNow: Money;
  readonly taxDueNow: Money;
  /** What the next month's fee will be. */
  readonly nextMonthly: Money;
  readonly shortfalls: readonly Shortfall[];
  /** Whether something must go before the change may be made. */
  readonly isHindered: boolean;
}

function linesUp({ from, to, today }: ChangeInput): FeeLine[] {
  const month = monthOf(today);
  const credit = from.monthly.amountMinor > 0 ? [creditLine(from, month, today)] : [];
  return [...credit, feeLine(to, month, today)];
}

/**
 * The bill of a change of plan, by the day: up at once, down when the paid month is over. The change itself asks for the same and
 * writes these lines, so that what was shown is what is billed, if it is made on the day on which it was shown.
 * @throws AppError (conflict) PLAN.SAME; PLAN.TRIAL_IS_OVER for the way back into a trial
 */
export function previewChange(input: ChangeInput): ChangePreview {
  const { from, to, today, inUse } = input;
  if (from.id === to.id) throw conflict('PLAN.SAME', 'The company has this plan.', { plan: to.id });
  if (to.monthly.amountMinor === 0) throw conflict('PLAN.TRIAL_IS_OVER', 'A trial is had once.');
  const direction = to.monthly.amountMinor > from.monthly.amountMinor ? 'up' : 'down';
  const lines = direction === 'up' ? linesUp(input) : [];
  const amounts = lines.map(({ amount }) => amount);
  const tooMuch = shortfalls(to, inUse);
  return {
    direction,
    takesEffectOn: direction === 'up' ? today : monthOf(today).afterLastDay,
    lines,
    dueNow: sumMoney(amounts),
    taxDueNow: sumMoney(taxesWithin(amounts)),
    nextMonthly: to.monthly,
    shortfalls: tooMuch,
    isHindered: tooMuch.some(({ isSold }) => !isSold),
  };
}
