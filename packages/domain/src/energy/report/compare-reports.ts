import type { EnergyReport } from './energy-report.types.js';

/** Both spans must be known to this part before a change between them says something about the site. */
export const LEAST_COMPARABLE_COVERAGE = 0.9;

/** One figure, then and now, in the figure's own unit. */
export interface Change {
  readonly current: number;
  readonly previous: number;
  readonly difference: number;
  /** (current − previous) / previous, 0.08 for 8 % more; null where the previous is zero. */
  readonly ratio: number | null;
}

/** How a report differs from the one before. */
export interface ReportChange {
  readonly energyKwh: Change;
  /** In fen. */
  readonly costMinor: Change;
  readonly carbonKg: Change;
  /** False where either span has gaps of more than a tenth of its time: then a change may be only a gap. */
  readonly isComparable: boolean;
}

function change(current: number, previous: number): Change {
  const difference = current - previous;
  return { current, previous, difference, ratio: previous === 0 ? null : difference / previous };
}

/**
 * Sets a report beside the one of the span before (see `previousRange`). Months are compared as they are, 31 days with 28.
 * @param current the report looked at
 * @param previous the one of the span before, with the same tariff if the cost is to show a change of use only
 */
export function compareReports(current: EnergyReport, previous: EnergyReport): ReportChange {
  return {
    energyKwh: change(current.total.energyKwh, previous.total.energyKwh),
    costMinor: change(current.total.cost.amountMinor, previous.total.cost.amountMinor),
    carbonKg: change(current.total.carbonKg, previous.total.carbonKg),
    isComparable: [current, previous].every(({ coverage }) => coverage.share >= LEAST_COMPARABLE_COVERAGE),
  };
}
