import { PLANS } from '../plan/catalogue.js';
import { termsOn, type PlanChoice } from './terms.js';

/** Days after a change of plan for which readings are kept as they were before it, so that a step down can be taken back. */
export const KEPT_ON_DAYS = 30;

/**
 * For how many days a company's readings are kept: as its plan says, or the most of any plan that it had in the last {@link KEPT_ON_DAYS} days. `null`
 * during the trial and so long after it: who tries the platform may show it history of any age.
 * @param today local day of the company, days since 1970-01-01
 */
export function keptDays(today: number, choices: readonly PlanChoice[]): number | null {
  const days = Array.from({ length: KEPT_ON_DAYS + 1 }, (_, ago) => termsOn(today - ago, choices, []).plan.id);
  if (days.includes('trial')) return null;
  return Math.max(...days.map((id) => PLANS[id].quotas.retentionDays));
}
