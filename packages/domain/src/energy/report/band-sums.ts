import { exactCost } from '../tariff/exact-cost.js';
import { sharedOutFen } from '../tariff/shared-out-fen.js';
import { TARIFF_BANDS } from '../tariff/tariff.js';
import type { Tariff } from '../tariff/tariff.js';
import type { BandSum } from './banded-amounts.js';

/**
 * Energy and cost of each bucket by the tariff's bands, dearest first.
 * A band's cost over the whole range is rounded to fen once and shared out among the buckets, so that the table adds up down
 * its columns and along its rows and the range's cost does not depend on how it is split; one bucket may differ by a fen in a band
 * from a report of that bucket alone.
 * @param bandEnergy whole milliwatt-hours by bucket and band, as in `SlotTally`
 * @returns shape [buckets][bands of the tariff's hours]
 */
export function bandSums(tariff: Tariff, bandEnergy: Float64Array): BandSum[][] {
  const bandCount = TARIFF_BANDS.length;
  const buckets: BandSum[][] = Array.from({ length: bandEnergy.length / bandCount }, () => []);
  for (const [position, band] of TARIFF_BANDS.entries()) {
    if (!tariff.hours.some((stretch) => stretch.band === band)) continue;
    const price = tariff.yuanPer10000Kwh[band]!;
    const energies = buckets.map((_, bucket) => bandEnergy[bucket * bandCount + position]!);
    const costsFen = sharedOutFen(energies.map((energy) => exactCost(energy, price)));
    for (const [bucket, sums] of buckets.entries()) {
      sums.push({ band, energyMilliwattHours: energies[bucket]!, costFen: costsFen[bucket]! });
    }
  }
  return buckets;
}

/** Adds the buckets up, band by band. */
export function totalBandSums(buckets: readonly (readonly BandSum[])[]): BandSum[] {
  const [first = [], ...others] = buckets;
  return first.map((sum, position) =>
    others.reduce<BandSum>((total, bucket) => {
      const { energyMilliwattHours, costFen } = bucket[position]!;
      return {
        band: total.band,
        energyMilliwattHours: total.energyMilliwattHours + energyMilliwattHours,
        costFen: total.costFen + costFen,
      };
    }, sum),
  );
}
