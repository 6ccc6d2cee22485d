import type { BandedAmounts, EmissionFactor, EnergyAmounts, TariffBand } from '@tenon/domain/energy';
import type { EnergyProgress } from '../application/read-energy-progress.js';
import type { EnergyAnswer } from '../application/read-energy-report.js';

const BANDS = ['peak', 'flat', 'valley'] as const satisfies readonly TariffBand[];

const totals = ({ energyKwh, cost, carbonKg }: EnergyAmounts) => ({ energyKwh, costMinor: cost.amountMinor, carbonKg });
const kwhIn = (amounts: BandedAmounts, band: TariffBand): number => amounts.bands.find((each) => each.band === band)?.energyKwh ?? 0;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Progress in the words of the schema. */
export function showProgress(progress: EnergyProgress) {
  return { ...progress, computedFrom: progress.computedFrom?.toISOString() ?? null, computedUntil: progress.computedUntil?.toISOString() ?? null };
}

/** A report in the words of the schema. */
export function showEnergyReport({ subscriptionId, report, previous, progress }: EnergyAnswer) {
  const { total, buckets, loadCurve, baseLoad, peakDemand, coverage, range, timeZone } = report;
  return {
    subscriptionId,
    from: iso(range.fromMs),
    to: iso(range.toMs),
    timeZone,
    totals: totals(total),
    previous: previous && totals(previous.total),
    bands: BANDS.flatMap((band) => total.bands.filter((each) => each.band === band)).map((each) => ({ ...totals(each), band: each.band.toUpperCase(), share: each.share })),
    periods: buckets.map((bucket) => ({
      ...totals(bucket),
      startOn: bucket.startsOn,
      from: iso(bucket.range.fromMs),
      peakKwh: kwhIn(bucket, 'peak'),
      flatKwh: kwhIn(bucket, 'flat'),
      valleyKwh: kwhIn(bucket, 'valley'),
    })),
    loadCurve: { workingDaysKw: loadCurve.map((point) => point.weekdayKw), weekendKw: loadCurve.map((point) => point.weekendKw) },
    baseLoadKw: baseLoad?.powerKw ?? null,
    peakDemandKw: peakDemand?.powerKw ?? null,
    peakDemandAt: peakDemand ? iso(peakDemand.startMs) : null,
    coverage: coverage.share,
    estimatedSlots: coverage.estimatedSlotCount,
    progress: showProgress(progress),
  };
}

const REGION_EN: Readonly<Record<EmissionFactor['region'], string>> = {
  national: 'China',
  north: 'North China',
  northeast: 'Northeast China',
  east: 'East China',
  central: 'Central China',
  northwest: 'Northwest China',
  south: 'South China',
  southwest: 'Southwest China',
};

const BASIS_EN: Readonly<Record<EmissionFactor['basis'], string>> = {
  location: 'grid average',
  residual: 'grid average without contracted non-fossil power',
  fossil: 'fossil power',
};

/** An emission factor in the words of the schema. */
export function showEmissionFactor(factor: EmissionFactor) {
  const { region, basis, nameZh, dataYear, kgCo2PerKwh, source, certainty } = factor;
  const name = { zh: nameZh, en: `${REGION_EN[region]}, ${BASIS_EN[basis]}` };
  return { key: `${dataYear}-${region}-${basis}`, name, year: dataYear, kgCo2PerKwh, source, certainty: certainty.toUpperCase() };
}
