import { cny } from '@tenon/kernel';
import type { Money } from '@tenon/kernel';
import { roundedRatio } from '../money/rounded-ratio.js';
import { METERS } from '../plan/meter.js';
import type { LocalTimeOf, Meter, MeterHour } from '../plan/meter.js';
import { limitOf } from '../quota/caps.js';
import { countedDays } from './counted-days.js';
import type { CountedDay } from './counted-days.js';
import type { OverageLine } from './invoice-line.js';
import type { PlanStretch } from './plan-stretch.js';

/** What so many units beyond a quota cost, rounded once. */
export function overageAmount(quantity: number, { unitPrice, per }: Pick<OverageLine, 'unitPrice' | 'per'>): Money {
  return cny(Number(roundedRatio(BigInt(quantity) * BigInt(unitPrice.amountMinor), BigInt(per))));
}

/** Use of a meter beyond its quota on the days of a stretch; null where nothing is beyond, or nothing beyond is sold. */
function overageLine(stretch: PlanStretch, meter: Meter, counted: readonly CountedDay[]): OverageLine | null {
  const { plan, caps, fromDay, toDay } = stretch;
  const sold = plan.overage[meter];
  if (!sold) return null;
  const included = plan.quotas[meter];
  // The cap is a promise about money: what slipped in beside it, as two doors counted at one instant, is not billed.
  const limit = limitOf(plan, caps, meter);
  const within = counted.filter(({ localDay }) => localDay >= fromDay && localDay < toDay);
  const days = within.map(({ localDay, quantity }) => ({ localDay, quantity, beyond: Math.max(0, Math.min(quantity, limit) - included) }));
  const quantity = days.reduce((sum, { beyond }) => sum + beyond, 0);
  if (quantity === 0) return null;
  return {
    kind: 'overage',
    planId: plan.id,
    meter,
    fromDay,
    toDay,
    included,
    hours: within.reduce((sum, { hours }) => sum + hours, 0),
    days,
    quantity,
    unitPrice: sold.price,
    per: sold.per,
    amount: overageAmount(quantity, { unitPrice: sold.price, per: sold.per }),
  };
}

/**
 * What readings make beyond the quotas: a line for each meter and stretch, rounded once, at its end. Readings of days in no stretch,
 * as of a trial, cost nothing.
 * @throws AppError (bug) INTERNAL when an hour of a meter comes twice
 */
export function overageLines(stretches: readonly PlanStretch[], readings: readonly MeterHour[], localTimeOf: LocalTimeOf): OverageLine[] {
  return METERS.flatMap((meter) => {
    const counted = countedDays(readings, meter, localTimeOf);
    return stretches.flatMap((stretch) => overageLine(stretch, meter, counted) ?? []);
  });
}
