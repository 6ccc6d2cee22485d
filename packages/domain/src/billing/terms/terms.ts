import type { Caps } from '../quota/caps.js';
import type { Meter } from '../plan/meter.js';
import { PLANS } from '../plan/catalogue.js';
import type { Plan, PlanId } from '../plan/plan.js';

/** A plan that was chosen, and the local day from which on it holds, until the next one does. */
export interface PlanChoice {
  readonly planId: PlanId;
  readonly fromDay: number;
  /** When it was chosen, milliseconds since the epoch: of two that hold from one day on, the later. */
  readonly chosenAtMs: number;
}

/** What holds for one meter of one company beside its plan; null for nothing. */
export interface MeterLimit {
  readonly meter: Meter;
  /** The owner's hard end. */
  readonly cap: number | null;
  /** The quota that the platform office gives instead of the plan's. */
  readonly quota: number | null;
}

/** What a company has on a day. */
export interface Terms {
  /** The plan, with the quotas that the office gives instead. */
  readonly plan: Plan;
  readonly caps: Caps;
  /** The choice by which it has this plan; null on the trial with which everybody begins. */
  readonly since: PlanChoice | null;
  /** The change that is agreed for a later day, if any. */
  readonly next: PlanChoice | null;
}

const laterOf = (one: PlanChoice, other: PlanChoice): PlanChoice =>
  other.fromDay > one.fromDay || (other.fromDay === one.fromDay && other.chosenAtMs >= one.chosenAtMs) ? other : one;

/** A plan with the quotas that the office gives instead of its own; they stay whatever plan is chosen. */
export function planWith(planId: PlanId, limits: readonly MeterLimit[]): Plan {
  const given = limits.flatMap(({ meter, quota }) => (quota === null ? [] : [[meter, quota] as const]));
  const plan = PLANS[planId];
  return given.length === 0 ? plan : { ...plan, quotas: { ...plan.quotas, ...Object.fromEntries(given) } };
}

/**
 * What a company has on a local day, of all it ever chose. Who never chose has the trial.
 * @param today local day of the company, days since 1970-01-01
 */
export function termsOn(today: number, choices: readonly PlanChoice[], limits: readonly MeterLimit[]): Terms {
  const begun = choices.filter(({ fromDay }) => fromDay <= today);
  const toCome = choices.filter(({ fromDay }) => fromDay > today);
  const since = begun.length > 0 ? begun.reduce(laterOf) : null;
  const caps = Object.fromEntries(limits.flatMap(({ meter, cap }) => (cap === null ? [] : [[meter, cap]])));
  return { plan: planWith(since?.planId ?? 'trial', limits), caps, since, next: toCome.length > 0 ? toCome.reduce(laterOf) : null };
}
