import type { Caps } from '../quota/caps.js';
import type { Plan } from '../plan/plan.js';

/** Local days `[fromDay, toDay)` on which a company had a plan and caps. A change holds for the whole of the day on which it is made. */
export interface PlanStretch {
  readonly plan: Plan;
  readonly caps: Caps;
  readonly fromDay: number;
  readonly toDay: number;
}
