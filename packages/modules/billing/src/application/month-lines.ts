import type { TenantTx } from '@tenon/db';
import { isPausedAt, limitsOn, monthlyLines, monthOf, pauses, planStretches, supplementLines, termsOn, type BilledDay, type BillingMove, type DraftLine, type LocalTimeOf, type MeterHour, type TermsHistory } from '@tenon/domain/billing';
import { startOfLocalDay } from '@tenon/domain/energy';
import { listBilledDays } from '../persistence/read-invoice.repository.js';
import { listReadings } from '../persistence/reading.repository.js';
import { clockOf, daysRange } from './local-days.js';

/** What a company agreed to, and by which clock. */
export interface BilledCompany extends TermsHistory {
  readonly tenantId: string;
  readonly timeZone: string;
  readonly moves: readonly BillingMove[];
}

/** What a month's own invoice is reckoned from. */
export interface MonthFacts {
  readonly company: BilledCompany;
  /** First local day of the month that begins. */
  readonly firstDay: number;
  /** Of the two months before it, but for days in a pause. */
  readonly readings: readonly MeterHour[];
  /** Of the earlier of the two. */
  readonly billed: readonly BilledDay[];
  readonly localTimeOf: LocalTimeOf;
}

/** Reads what the invoice of a month is reckoned from, as it is now. */
export async function readMonth(tx: TenantTx, company: BilledCompany, firstDay: number): Promise<MonthFacts> {
  const { tenantId, timeZone, moves } = company;
  const [earlier, last] = [monthOf(firstDay, -2), monthOf(firstDay, -1)];
  const localTimeOf = clockOf(timeZone);
  const rests = pauses(moves);
  const isResting = (day: number): boolean => rests.some(({ fromDay, toDay }) => day >= fromDay && (toDay === null || day < toDay));
  const readings = await listReadings(tx, tenantId, daysRange(timeZone, earlier.firstDay, firstDay));
  return { company, firstDay, localTimeOf, readings: readings.filter(({ hourMs }) => !isResting(localTimeOf(hourMs).localDay)), billed: await listBilledDays(tx, tenantId, earlier.firstDay, last.firstDay) };
}

/**
 * The lines of a month's own invoice, whenever it is written: the fee by the plan with which the month began, and what went beyond the
 * quotas in the month before, as it is read now; and of the month before that what came late, beyond what was billed of it. No fee where
 * the month began in a pause, and nothing for days in one. What was changed on the first day itself has an invoice of its own.
 */
export function monthLines({ company, firstDay, readings, billed, localTimeOf }: MonthFacts): DraftLine[] {
  const { timeZone, choices, limits, moves } = company;
  const begins = startOfLocalDay(timeZone, firstDay);
  const [earlier, last] = [monthOf(firstDay, -2), monthOf(firstDay, -1)];
  const own = monthlyLines({
    firstDay,
    plan: isPausedAt(begins, moves) ? null : termsOn(firstDay, choices.filter(({ chosenAtMs }) => chosenAtMs < begins), limitsOn(firstDay, limits)).plan,
    past: planStretches(last.firstDay, firstDay, { choices, limits }),
    readings,
    localTimeOf,
  });
  return [...own, ...supplementLines(planStretches(earlier.firstDay, last.firstDay, { choices, limits }), readings, billed, localTimeOf)];
}
