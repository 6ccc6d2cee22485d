import { HOUR_MS } from '@tenon/kernel';

/** How many readings may be asked for over time. */
export interface BudgetRule {
  /** Saved up at most, and had from the start. */
  readonly saved: number;
  /** How many come back in an hour. */
  readonly perHour: number;
  /** Nobody owes more, so that whoever asked for everything once is answered again within a known time. */
  readonly mostOwed: number;
}

/** Some ten minutes of one processor an hour: a plant's month at a second in one go, and no company that asks day and night at others' expense. */
export const READING_BUDGET: BudgetRule = { saved: 200_000_000, perHour: 100_000_000, mostOwed: 400_000_000 };

/** What is left to one company, less than nothing where it owes some; as of an instant. */
export interface Budget {
  readonly left: number;
  readonly atMs: number;
}

/** What is left now. A clock that was set back gives nothing. */
export function refilled({ left, atMs }: Budget, nowMs: number, { saved, perHour }: BudgetRule): Budget {
  const since = Math.max(0, nowMs - atMs);
  return { left: Math.min(saved, left + (since / HOUR_MS) * perHour), atMs: Math.max(nowMs, atMs) };
}

/** What is left after some readings. How long an answer becomes is known when it has ended, so it is finished on credit. */
export function spent(budget: Budget, readings: number, nowMs: number, rule: BudgetRule): Budget {
  const { left, atMs } = refilled(budget, nowMs, rule);
  return { left: Math.max(-rule.mostOwed, left - readings), atMs };
}

/** How long until something is left; 0 where it is. */
export function budgetWaitMs(budget: Budget, nowMs: number, rule: BudgetRule): number {
  const { left } = refilled(budget, nowMs, rule);
  return left > 0 ? 0 : Math.floor((-left / rule.perHour) * HOUR_MS) + 1;
}
