import { cny } from '@tenon/kernel';
import { MILLIWATT_HOURS_PER_KWH } from '../tariff/exact-cost.js';
import type { TariffBand } from '../tariff/tariff.js';
import type { BandedAmounts } from './energy-report.types.js';

/** What fell into one band: whole milliwatt-hours and whole fen. */
export interface BandSum {
  readonly band: TariffBand;
  readonly energyMilliwattHours: number;
  readonly costFen: number;
}

/** Amounts with their bands; the total's cost is the sum of the bands' as shown, so that a table adds up. */
export function bandedAmounts(sums: readonly BandSum[], kgCo2PerKwh: number): BandedAmounts {
  const wholeEnergy = sums.reduce((sum, { energyMilliwattHours }) => sum + energyMilliwattHours, 0);
  const energyKwh = wholeEnergy / MILLIWATT_HOURS_PER_KWH;
  return {
    energyKwh,
    cost: cny(sums.reduce((sum, { costFen }) => sum + costFen, 0)),
    carbonKg: energyKwh * kgCo2PerKwh,
    bands: sums.map(({ band, energyMilliwattHours, costFen }) => {
      const bandKwh = energyMilliwattHours / MILLIWATT_HOURS_PER_KWH;
      return {
        band,
        energyKwh: bandKwh,
        cost: cny(costFen),
        carbonKg: bandKwh * kgCo2PerKwh,
        share: wholeEnergy === 0 ? 0 : energyMilliwattHours / wholeEnergy,
      };
    }),
  };
}
