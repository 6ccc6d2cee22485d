import { checkedEmissionFactor } from '../carbon/emission-factor.js';
import { SLOT_MS } from '../slots/slot.js';
import { checkedSlotRange } from '../slots/slot-range.js';
import { checkedTariff } from '../tariff/checked-tariff.js';
import { periodSpans } from '../zone/period-spans.js';
import { bandedAmounts } from './banded-amounts.js';
import { bandSums, totalBandSums } from './band-sums.js';
import { baseLoad } from './base-load.js';
import type { EnergyReport, EnergyReportInput } from './energy-report.types.js';
import { loadCurve } from './load-curve.js';
import { peakDemand } from './peak-demand.js';
import { tallySlots } from './slot-tally.js';

/**
 * What a site used over a range: energy, cost and carbon in all, by tariff band and by calendar period; its typical day, base
 * load and peak demand; and how much of the range is known.
 * Each slot's energy is taken to the nearest milliwatt-hour and costs are reckoned without rounding until the fen, halves up, per
 * band. A quarter-hour belongs to the band and the period in which it starts by the site's clock.
 * @throws AppError (invalid) ENERGY.RANGE_EMPTY, ENERGY.RANGE_NOT_ALIGNED, ENERGY.RANGE_TOO_LONG, ZONE.UNKNOWN,
 * CARBON.FACTOR_INVALID, or a code of {@link checkedTariff}
 */
export function energyReport(input: EnergyReportInput): EnergyReport {
  const { slots, timeZone, period } = input;
  const range = checkedSlotRange(input.range);
  const tariff = checkedTariff(input.tariff);
  const kgCo2PerKwh = checkedEmissionFactor(input.kgCo2PerKwh);
  const spans = periodSpans(timeZone, range, period);
  const tally = tallySlots(slots, spans, { tariff, timeZone, range });
  const sums = bandSums(tariff, tally.bandEnergy);
  const coveredMs = tally.bucketCoveredMs.reduce((sum, ms) => sum + ms, 0);
  return {
    range,
    timeZone,
    period,
    total: bandedAmounts(totalBandSums(sums), kgCo2PerKwh),
    buckets: spans.map((span, bucket) => ({
      ...span,
      ...bandedAmounts(sums[bucket]!, kgCo2PerKwh),
      coverage: tally.bucketCoveredMs[bucket]! / (span.range.toMs - span.range.fromMs),
    })),
    loadCurve: loadCurve(tally),
    baseLoad: baseLoad(slots, range),
    peakDemand: peakDemand(slots, range),
    coverage: {
      slotCount: (range.toMs - range.fromMs) / SLOT_MS,
      slotWithDataCount: tally.slotWithDataCount,
      estimatedSlotCount: tally.estimatedSlotCount,
      share: coveredMs / (range.toMs - range.fromMs),
    },
  };
}
