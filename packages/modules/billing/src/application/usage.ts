import type { Transaction } from '@tenon/db';
import { dayQuantities, forecast, limitOf, METER_KINDS, METERS, monthOf, quotaState, type DayQuantity, type Forecast, type Meter, type OveragePrice, type QuotaState } from '@tenon/domain/billing';
import { DAY_MS } from '@tenon/kernel';
import { listReadings, type Reading } from '../persistence/reading.repository.js';
import { countStocks } from '../persistence/stock.repository.js';
import type { CompanyTerms } from '../persistence/terms.repository.js';
import { clockOf, daysRange, hourOf } from './local-days.js';
import { noticeQuota } from './tell-share.js';

/** A forecast learns from as many days as show each weekday four times. */
const LEARNT_MS = 28 * DAY_MS;

/** How one meter stands. */
export interface MeterUsage {
  readonly meter: Meter;
  /** Of a stock what there is now, of a flow what went through today. */
  readonly used: number;
  readonly quota: number;
  readonly cap: number | null;
  /** Where it ends. */
  readonly limit: number;
  readonly state: QuotaState;
  readonly overage: OveragePrice | null;
  /** Each day of the month so far that was read. */
  readonly days: readonly DayQuantity[];
  /** Of a flow, each day of the month as it was and as it will be; null while too little is known. */
  readonly forecast: Forecast | null;
}

/** How all meters of a company stand. */
export async function readUsage(tx: Transaction, terms: CompanyTerms): Promise<MeterUsage[]> {
  const month = monthOf(terms.today);
  const period = daysRange(terms.timeZone, month.firstDay, month.afterLastDay);
  const known = { fromMs: Math.min(period.fromMs, hourOf(tx.now) - LEARNT_MS), toMs: tx.now.getTime() };
  const readings = await listReadings(tx, terms.tenantId, known);
  const stocks = await countStocks(tx, terms.tenantId);
  const localTimeOf = clockOf(terms.timeZone);
  return METERS.map((meter): MeterUsage => {
    const hours = readings.filter((reading) => reading.meter === meter);
    const days = dayQuantities(meter, hours, localTimeOf).filter(({ localDay }) => localDay >= month.firstDay);
    const used = meter in stocks ? stocks[meter as keyof typeof stocks] : (days.find(({ localDay }) => localDay === terms.today)?.quantity ?? 0);
    return {
      meter,
      used,
      days,
      quota: terms.plan.quotas[meter],
      cap: terms.caps[meter] ?? null,
      limit: limitOf(terms.plan, terms.caps, meter),
      state: quotaState(used, noticeQuota(terms, meter)),
      overage: terms.plan.overage[meter] ?? null,
      forecast: METER_KINDS[meter] === 'flow' ? forecast({ hours, known: { fromMs: firstHour(hours, tx.now), toMs: hourOf(tx.now) }, period, localTimeOf }) : null,
    };
  });
}

/** What came before the first reading is not known to have been nothing. */
function firstHour(hours: readonly Reading[], now: Date): number {
  return hours[0]?.hourMs ?? hourOf(now);
}
