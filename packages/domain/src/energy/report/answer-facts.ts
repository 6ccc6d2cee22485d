import type { Money } from '@tenon/kernel';
import { compareReports } from './compare-reports.js';
import type { EnergyReport } from './energy-report.types.js';

/** What the one sentence on top of the page says; the words are the page's. */
export interface AnswerFacts {
  readonly energyKwh: number;
  readonly cost: Money;
  readonly carbonKg: number;
  /** Part of the energy used in the peak and sharp bands together, 0…1; null where nothing was used. */
  readonly peakShare: number | null;
  /** Change against the span before, 0.08 for 8 % more; null where there is none, or it is zero, or not comparable. */
  readonly costChangeRatio: number | null;
  readonly energyChangeRatio: number | null;
  /** Part of the range that is known, 0…1; below 1 the figures are a lower bound. */
  readonly coverage: number;
}

/**
 * The facts of a report's first sentence.
 * @param previous the report of the span before, or null where there is none
 */
export function answerFacts(report: EnergyReport, previous: EnergyReport | null): AnswerFacts {
  const { energyKwh, cost, carbonKg, bands } = report.total;
  const change = previous === null ? null : compareReports(report, previous);
  const dearest = bands.filter(({ band }) => band === 'sharp' || band === 'peak');
  return {
    energyKwh,
    cost,
    carbonKg,
    peakShare: energyKwh === 0 ? null : dearest.reduce((sum, { share }) => sum + share, 0),
    costChangeRatio: change?.isComparable === true ? change.costMinor.ratio : null,
    energyChangeRatio: change?.isComparable === true ? change.energyKwh.ratio : null,
    coverage: report.coverage.share,
  };
}
