import type { TenantTx } from '@tenon/db';
import { isPausedAt, limitsOn, monthlyLines, monthOf, pauses, planStretches, supplementLines, termsOn, type BillingMove, type DraftLine, type TermsHistory } from '@tenon/domain/billing';
import { startOfLocalDay } from '@tenon/domain/energy';
import { listReadings } from '../persistence/reading.repository.js';
import { listBilledDays } from '../persistence/read-invoice.repository.js';
import { clockOf, daysRange } from './local-days.js';

/** What a company agreed to, and by which clock. */
export interface BilledCompany extends TermsHistory {
  readonly tenantId: string;
  readonly timeZone: string;
  readonly moves: readonly BillingMove[];
}

/**
 * The lines of a month's own invoice, whenever it is written: the fee by the plan with which the month began, and what went beyond the
 * quotas in the month before, as it is read now; and of the month before that what came late, beyond what was billed of it. No fee where it began in a pause, and nothing for days in one. What was changed on the first day itself has an invoice of its own.
 * @param firstDay local day
 */
export async function linesOfMonth(tx: TenantTx, { tenantId, timeZone, choices, limits, moves }: BilledCompany, firstDay: number): Promise<DraftLine[]> {
  const begins = startOfLocalDay(timeZone, firstDay);
  const [earlier, last] = [monthOf(firstDay, -2), monthOf(firstDay, -1)];
  const localTimeOf = clockOf(timeZone);
  const rests = pauses(moves);
  const isResting = (day: number): boolean => rests.some(({ fromDay, toDay }) => day >= fromDay && (toDay === null || day < toDay));
  const readings = (await listReadings(tx, tenantId, daysRange(timeZone, earlier.firstDay, firstDay))).filter(({ hourMs }) => !isResting(localTimeOf(hourMs).localDay));
  const late = supplementLines(planStretches(earlier.firstDay, last.firstDay, { choices, limits }), readings, await listBilledDays(tx, tenantId, earlier.firstDay, last.firstDay), localTimeOf);
  const own = monthlyLines({
    firstDay,
    plan: isPausedAt(begins, moves) ? null : termsOn(firstDay, choices.filter(({ chosenAtMs }) => chosenAtMs < begins), limitsOn(firstDay, limits)).plan,
    past: planStretches(last.firstDay, firstDay, { choices, limits }),
    readings,
    localTimeOf,
  });
  return [...own, ...late];
}
