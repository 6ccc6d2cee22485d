import type { Money } from '@tenon/kernel';
import type { Meter } from './meter.js';

/** The plans, from the smallest up. */
export const PLAN_IDS = ['trial', 'starter', 'standard', 'enterprise'] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** What a plan promises beside what is counted by meters: for how many days points are kept, and room for packages that machines run. */
export const PROMISES = ['retentionDays', 'packages', 'packageBytes'] as const;
export type Promised = (typeof PROMISES)[number];

/** What a plan includes: machines, points and API calls a local day, people, subscribed apps, days for which points are kept, packages and their bytes. */
export type Quotas = Readonly<Record<Meter | Promised, number>>;

/** What goes beyond a quota costs `price` per `per` units and day, tax included. */
export interface OveragePrice {
  readonly price: Money;
  readonly per: number;
}

/** A plan of the catalogue. */
export interface Plan {
  readonly id: PlanId;
  /** For a calendar month, tax included; the trial costs nothing. */
  readonly monthly: Money;
  readonly quotas: Quotas;
  /** Meters on which more may be had; at all others the quota is the end. */
  readonly overage: Readonly<Partial<Record<Meter, OveragePrice>>>;
}
