import type { DayPlan } from './day-plan.js';
import type { Mould } from './moulds.js';
import { DAY_MINUTES } from './plant-calendar.js';
import { type DayPower, dayPower, type PowerContext } from './power.js';
import { type Parts, partsOf, type Run, runsOf, scrapCounts } from './production.js';
import { dayTemperatures, type DayTemperatures } from './thermal.js';

/** What a day adds to the counters. */
export interface DayTotals extends Parts {
  readonly energyKwh: number;
}

/** A run with what is needed to tell its parts at any instant. */
export interface CountedRun {
  readonly run: Run;
  readonly scrapCounts: Uint16Array;
  /** Parts of the day's runs before it. */
  readonly before: Parts;
}

/** All that is known of one day, from which each of its instants can be read. */
export interface DayRecord {
  readonly plan: DayPlan;
  readonly power: DayPower;
  readonly temperatures: DayTemperatures;
  readonly runs: readonly CountedRun[];
  /** Index of the run that began last, a minute each; -1 before the first. */
  readonly latestRun: Int16Array;
}

function countRuns(seed: number, plan: DayPlan, moulds: readonly Mould[]): { runs: CountedRun[]; total: Parts } {
  let total: Parts = { good: 0, scrap: 0 };
  const runs = runsOf(seed, plan, moulds).map((run) => {
    const counts = scrapCounts(seed, run);
    const counted = { run, scrapCounts: counts, before: total };
    const parts = partsOf(run, run.shots, counts[run.shots] ?? 0);
    total = { good: total.good + parts.good, scrap: total.scrap + parts.scrap };
    return counted;
  });
  return { runs, total };
}

/** What a day adds to the counters, computed exactly as {@link dayRecord} does. */
export function dayTotals(context: PowerContext, plan: DayPlan, next: DayPlan): DayTotals {
  const { total } = countRuns(context.seed, plan, context.moulds);
  return { ...total, energyKwh: dayPower(context, plan, next).energyKwh[DAY_MINUTES] ?? 0 };
}

/** Works out one day from its plan and its neighbours' plans. */
export function dayRecord(context: PowerContext, before: DayPlan, plan: DayPlan, next: DayPlan): DayRecord {
  const { runs } = countRuns(context.seed, plan, context.moulds);
  const latestRun = new Int16Array(DAY_MINUTES).fill(-1);
  for (const [index, { run }] of runs.entries()) latestRun.fill(index, run.startMinute);
  return {
    plan,
    power: dayPower(context, plan, next),
    temperatures: dayTemperatures(context.seed, before, plan, context.moulds),
    runs,
    latestRun,
  };
}
