import type { Cause } from './moves.js';
import type { Standing } from './standing.js';

/** Days of a trial. */
export const TRIAL_DAYS = 30;
/** Days from overdue to suspended. */
export const PAST_DUE_DAYS = 15;
/** Days from suspended to closed. */
export const SUSPENDED_DAYS = 60;
/** Days from closed to erased, in which everything can still be had back. */
export const COOLING_OFF_DAYS = 30;

/** The move that passing days bring, and on which local day. */
export interface AwaitedMove {
  readonly cause: Cause;
  readonly onDay: number;
}

/** The move that comes by itself if nobody does anything; null where none does. `invoice-overdue` depends on an invoice, not on the standing. */
export function awaitedMove(standing: Standing): AwaitedMove | null {
  const { state, sinceDay } = standing;
  if (state === 'trial') return { cause: 'trial-ended', onDay: sinceDay + TRIAL_DAYS };
  if (state === 'past-due') return { cause: 'left-unpaid', onDay: sinceDay + PAST_DUE_DAYS };
  if (state === 'closed') return { cause: 'cooling-off-over', onDay: sinceDay + COOLING_OFF_DAYS };
  const isLapsing = state === 'suspended' && standing.because !== 'office';
  return isLapsing ? { cause: 'left-suspended', onDay: sinceDay + SUSPENDED_DAYS } : null;
}

/** The cause that is due today, or null; a clock that was set back makes nothing due. */
export function dueCause(standing: Standing, today: number): Cause | null {
  const awaited = awaitedMove(standing);
  return awaited && today >= awaited.onDay ? awaited.cause : null;
}
