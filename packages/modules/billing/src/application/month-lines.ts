import type { TenantTx } from '@tenon/db';
import { limitsOn, monthlyLines, monthOf, planStretches, termsOn, type DraftLine, type TermsHistory } from '@tenon/domain/billing';
import { startOfLocalDay } from '@tenon/domain/energy';
import { listReadings } from '../persistence/reading.repository.js';
import { clockOf, daysRange } from './local-days.js';

/** What a company agreed to, and by which clock. */
export interface BilledCompany extends TermsHistory {
  readonly tenantId: string;
  readonly timeZone: string;
}

/**
 * The lines of a month's own invoice, whenever it is written: the fee by the plan with which the month began, and what went beyond the
 * quotas in the month before, as it is read now. What was changed on the first day itself has an invoice of its own.
 * @param firstDay local day
 */
export async function linesOfMonth(tx: TenantTx, { tenantId, timeZone, choices, limits }: BilledCompany, firstDay: number): Promise<DraftLine[]> {
  const begins = startOfLocalDay(timeZone, firstDay);
  const last = monthOf(firstDay, -1);
  return monthlyLines({
    firstDay,
    plan: termsOn(firstDay, choices.filter(({ chosenAtMs }) => chosenAtMs < begins), limitsOn(firstDay, limits)).plan,
    past: planStretches(last.firstDay, firstDay, { choices, limits }),
    readings: await listReadings(tx, tenantId, daysRange(timeZone, last.firstDay, firstDay)),
    localTimeOf: clockOf(timeZone),
  });
}
