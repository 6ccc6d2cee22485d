import { type DayPlan, planDay, type PlanContext } from './day-plan.js';
import { dayRecord, type DayRecord, dayTotals, type DayTotals } from './day-record.js';
import type { PowerContext } from './power.js';
import { Recent } from './recent.js';

/** The days of one machine, worked out when first asked for. A day's plan needs no other day; only the counters are summed up from the first day on. */
export class MachineDays {
  private readonly plans: Recent<DayPlan>;
  private readonly records: Recent<DayRecord>;
  private readonly bases: DayTotals[];

  constructor(
    plan: PlanContext,
    private readonly context: PowerContext,
    private readonly firstDay: number,
  ) {
    const { startGoodCount, startScrapCount, startEnergyKwh } = context.profile;
    this.bases = [{ good: startGoodCount, scrap: startScrapCount, energyKwh: startEnergyKwh }];
    this.plans = new Recent(6, (day) => planDay(plan, day));
    this.records = new Recent(3, (day) => dayRecord(context, this.plans.get(day - 1), this.plans.get(day), this.plans.get(day + 1)));
  }

  record(day: number): DayRecord {
    return this.records.get(day);
  }

  /** What the counters showed when a day began. The sums of days gone by are kept: 24 bytes a day. */
  baseOf(day: number): DayTotals {
    for (let n = this.bases.length - 1; n < day - this.firstDay; n += 1) {
      const base = this.bases[n] as DayTotals;
      const made = dayTotals(this.context, this.plans.get(this.firstDay + n), this.plans.get(this.firstDay + n + 1));
      this.bases.push({ good: base.good + made.good, scrap: base.scrap + made.scrap, energyKwh: base.energyKwh + made.energyKwh });
    }
    return this.bases[day - this.firstDay] as DayTotals;
  }
}
