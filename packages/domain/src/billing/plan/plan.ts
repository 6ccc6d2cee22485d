import type { Money } from '@tenon/kernel';
import type { Meter } from './meter.js';

/** The plans, from the smallest up. */
export const PLAN_IDS = ['trial', 'starter', 'standard', 'enterprise'] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** What a plan includes: machines, points and API calls a local day, people, subscribed apps, and for how many days points are kept. */
export type Quotas = Readonly<Record<Meter | 'retentionDays', number>>;

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
