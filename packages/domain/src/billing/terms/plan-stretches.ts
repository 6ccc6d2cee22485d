import type { PlanStretch } from '../invoice/plan-stretch.js';
import { METERS } from '../plan/meter.js';
import type { MeterLimit, PlanChoice } from './terms.js';
import { termsOn } from './terms.js';

/** What held for one meter from a local day on, until it was changed again. */
export interface LimitChange extends MeterLimit {
  readonly fromDay: number;
  /** Of two on one day the later holds, milliseconds since the epoch. */
  readonly changedAtMs: number;
}

/** A company's agreements: whatever plan it chose and was given, and what held for single meters when. */
export interface TermsHistory {
  readonly choices: readonly PlanChoice[];
  readonly limits: readonly LimitChange[];
}

/** What held for single meters on a local day. */
export function limitsOn(day: number, limits: readonly LimitChange[]): MeterLimit[] {
  return METERS.flatMap((meter) => {
    const begun = limits.filter((change) => change.meter === meter && change.fromDay <= day);
    const last = begun.sort((a, b) => a.fromDay - b.fromDay || a.changedAtMs - b.changedAtMs).at(-1);
    return last ? [{ meter, cap: last.cap, quota: last.quota }] : [];
  });
}

/**
 * The local days `[fromDay, toDay)` cut wherever plan or limits changed, in order. A change holds for the whole of its day: whoever
 * raises a cap in the evening raises it for that day's use.
 */
export function planStretches(fromDay: number, toDay: number, { choices, limits }: TermsHistory): PlanStretch[] {
  const cuts = [...choices, ...limits].map((change) => change.fromDay).filter((day) => day > fromDay && day < toDay);
  const starts = [...new Set([fromDay, ...cuts])].sort((a, b) => a - b);
  return starts.map((start, index) => {
    const { plan, caps } = termsOn(start, choices, limitsOn(start, limits));
    return { plan, caps, fromDay: start, toDay: starts[index + 1] ?? toDay };
  });
}
