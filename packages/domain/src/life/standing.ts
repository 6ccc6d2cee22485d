/** The states of a company's life, in their order. */
export const LIFE_STATES = ['trial', 'active', 'past-due', 'suspended', 'closed', 'erased'] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** Why a company is suspended; each has a way back of its own. */
export const SUSPENSIONS = ['trial-ended', 'unpaid', 'office'] as const;
export type Suspension = (typeof SUSPENSIONS)[number];

/**
 * Where a company stands, and since which local day (of its own time zone, days since 1970-01-01). What is held (suspended by the
 * office, or closed) keeps where it stood `before`, and goes back there.
 */
export type Standing =
  | { readonly state: 'trial' | 'active' | 'past-due' | 'erased'; readonly sinceDay: number }
  | { readonly state: 'suspended'; readonly because: 'trial-ended' | 'unpaid'; readonly sinceDay: number }
  | { readonly state: 'suspended'; readonly because: 'office'; readonly sinceDay: number; readonly before: Standing }
  | { readonly state: 'closed'; readonly sinceDay: number; readonly before: Standing };

/** A standing without its days: all that decides what is let be. */
export interface Place {
  readonly state: LifeState;
  /** Why it is suspended; null where it is not. */
  readonly because: Suspension | null;
}

/** A company's first day. */
export function newStanding(today: number): Standing {
  return { state: 'trial', sinceDay: today };
}

/** Where a company stands, without its days. */
export function placeOf(standing: Standing): Place {
  return { state: standing.state, because: standing.state === 'suspended' ? standing.because : null };
}
