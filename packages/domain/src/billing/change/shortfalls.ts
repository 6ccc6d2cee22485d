import { METER_KINDS, METERS } from '../plan/meter.js';
import type { Meter } from '../plan/meter.js';
import type { Plan } from '../plan/plan.js';

/** What a company has, by stock meters, when it thinks of another plan. */
export type InUse = Readonly<Partial<Record<Meter, number>>>;

/** More of something than another plan includes. `isSold`: the rest costs overage; else it must go before the change. */
export interface Shortfall {
  readonly meter: Meter;
  readonly used: number;
  readonly quota: number;
  readonly isSold: boolean;
}

/** Everything of which a company has more than a plan includes. */
export function shortfalls(plan: Plan, inUse: InUse): Shortfall[] {
  return METERS.filter((meter) => METER_KINDS[meter] === 'stock').flatMap((meter) => {
    const used = inUse[meter] ?? 0;
    const quota = plan.quotas[meter];
    return used > quota ? [{ meter, used, quota, isSold: plan.overage[meter] !== undefined }] : [];
  });
}
