import { monthOf, PLAN_IDS, planWith, type CalendarMonth, type Plan, type PlanChoice } from '@tenon/domain/billing';
import type { Transaction } from '@tenon/db';
import type { CompanyTerms } from '../persistence/terms.repository.js';
import { readUsage, type MeterUsage } from './usage.js';

/** A company's plan and what is used of it. */
export interface PlanView {
  readonly plan: Plan;
  readonly since: PlanChoice | null;
  readonly next: PlanChoice | null;
  readonly month: CalendarMonth;
  readonly today: number;
  readonly usage: readonly MeterUsage[];
  /** All plans, with what the office gives this company on each. */
  readonly offers: readonly Plan[];
}

/** Gathers what is shown of a company's plan. */
export async function planView(tx: Transaction, terms: CompanyTerms): Promise<PlanView> {
  const { plan, since, next, today, limits } = terms;
  return { plan, since, next, today, month: monthOf(today), usage: await readUsage(tx, terms), offers: PLAN_IDS.map((id) => planWith(id, limits)) };
}
