import { LEAST_COMPARABLE_COVERAGE } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';
import type { EnergyReportQuery } from '../../../generated/documents';
import type { Comparison } from './energy-range';
import { sumOfDays } from './energy-periods';

export type EnergyReport = EnergyReportQuery['energyReport'];

/** How much more or less than in the span before, 0.08 for 8 % more. */
export interface EnergyChange {
  readonly energy: number | null;
  readonly cost: number | null;
  readonly carbon: number | null;
}

/** The part of the range that is over and known, 0…1: hours still to come are no gap. */
export function knownShare({ fromMs, toMs }: TimeRange, coverage: number, nowMs: number): number {
  const elapsedMs = Math.min(toMs, nowMs) - fromMs;
  if (elapsedMs <= 0) return 0;
  return Math.min(1, (coverage * (toMs - fromMs)) / elapsedMs);
}

function ratio(current: number, before: number): number | null {
  return before > 0 ? current / before - 1 : null;
}

/**
 * The change against the span before; null where either span has gaps of more than a tenth of its time, for then the change may be
 * only a gap.
 */
export function changeOf(report: EnergyReport, share: number, comparison: Comparison, before: Pick<EnergyReport, 'totals' | 'coverage'>): EnergyChange | null {
  if (share < LEAST_COMPARABLE_COVERAGE || before.coverage < LEAST_COMPARABLE_COVERAGE) return null;
  const { fromMs, toMs } = comparison.current;
  const current = comparison.isSoFar ? sumOfDays(report.periods, fromMs, toMs) : report.totals;
  return {
    energy: ratio(current.energyKwh, before.totals.energyKwh),
    cost: ratio(current.costMinor, before.totals.costMinor),
    carbon: ratio(current.carbonKg, before.totals.carbonKg),
  };
}

/** Part of the energy used in peak hours, 0…1; null where nothing was used. */
export function peakShare({ bands, totals }: Pick<EnergyReport, 'bands' | 'totals'>): number | null {
  if (totals.energyKwh <= 0) return null;
  return bands.find(({ band }) => band === 'PEAK')?.share ?? 0;
}

/** Whether the range holds any result at all. */
export function isEmptyReport({ coverage, totals }: Pick<EnergyReport, 'coverage' | 'totals'>): boolean {
  return coverage === 0 && totals.energyKwh === 0;
}
