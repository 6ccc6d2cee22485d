import { cny, invalid } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { roundedRatio } from '../money/rounded-ratio.js';
import { METERS } from '../plan/meter.js';
import type { Meter } from '../plan/meter.js';
import type { Plan } from '../plan/plan.js';

/** Hard ends that the owner sets, in the meter's own units. A meter without one ends at its quota: nobody pays overage unasked. */
export type Caps = Readonly<Partial<Record<Meter, number>>>;

/** Highest cap, as a multiple of the quota: a slip of a few noughts is no wish. */
export const MAX_CAP_OF_QUOTA = 100;

/** Where a meter ends: the owner's cap, else the quota; beyond the quota only where the plan has a price for it. */
export function limitOf({ quotas, overage }: Plan, caps: Caps, meter: Meter): number {
  const quota = quotas[meter];
  const cap = caps[meter] ?? quota;
  return overage[meter] ? cap : Math.min(cap, quota);
}

/**
 * Passes sound caps on.
 * @throws AppError (invalid) CAP.INVALID for no whole number from 0 to a hundred times the quota; CAP.BEYOND_QUOTA where the plan
 * sells nothing beyond it; the meter and the most it may be in the details
 */
export function checkedCaps(plan: Plan, caps: Caps): Caps {
  for (const meter of METERS) {
    const cap = caps[meter];
    if (cap === undefined) continue;
    const quota = plan.quotas[meter];
    const most = quota * MAX_CAP_OF_QUOTA;
    if (!Number.isInteger(cap) || cap < 0 || cap > most) throw invalid('CAP.INVALID', 'Not a number that a cap may be.', { meter, most });
    if (cap > quota && !plan.overage[meter]) throw invalid('CAP.BEYOND_QUOTA', 'This plan ends at its quota.', { meter, most: quota });
  }
  return caps;
}

/**
 * The most that overage can cost with these caps, tax included: what the owner agrees to when setting them.
 * @param days local days, ≥ 0
 */
export function mostOverage(plan: Plan, caps: Caps, days: number): Money {
  const fen = METERS.map((meter) => {
    const sold = plan.overage[meter];
    const beyond = Math.max(0, limitOf(plan, caps, meter) - plan.quotas[meter]);
    return sold ? roundedRatio(BigInt(beyond) * BigInt(days) * BigInt(sold.price.amountMinor), BigInt(sold.per)) : 0n;
  });
  return cny(Number(fen.reduce((sum, amount) => sum + amount, 0n)));
}
