import { limited } from '@tenon/kernel';
import type { Meter } from '../plan/meter.js';

/** Why something is refused for want of quota, in words that a machine, a program and a page can all show. */
export interface QuotaRefusal {
  readonly code: 'QUOTA.REACHED';
  readonly details: {
    readonly meter: Meter;
    /** Where the meter ends: the owner's cap, or the quota. */
    readonly limit: number;
    readonly used: number;
    /** When it starts again, ISO 8601 in UTC; null for a stock, which only falls when something is given up. */
    readonly resetsAt: string | null;
  };
}

/** One meter at the moment in which something more is wanted. */
export interface MeterStanding {
  readonly meter: Meter;
  readonly used: number;
  readonly limit: number;
  /** First instant of the next local day, milliseconds since the epoch; null for a stock. */
  readonly resetsAtMs: number | null;
}

/** The refusal of `wanted` more, or null when there is room for all of it. A message is never taken in part. */
export function quotaRefusal({ meter, used, limit, resetsAtMs }: MeterStanding, wanted: number): QuotaRefusal | null {
  if (used + wanted <= limit) return null;
  const resetsAt = resetsAtMs === null ? null : new Date(resetsAtMs).toISOString();
  return { code: 'QUOTA.REACHED', details: { meter, limit, used, resetsAt } };
}

/**
 * Lets `wanted` more in, or throws.
 * @throws AppError (limited) QUOTA.REACHED with meter, limit, used and resetsAt
 */
export function demandRoom(standing: MeterStanding, wanted: number): void {
  const refusal = quotaRefusal(standing, wanted);
  if (refusal) throw limited(refusal.code, 'The plan has no room for more.', refusal.details);
}
