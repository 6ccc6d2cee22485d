import { invalid } from '@tenon/kernel';

/**
 * Carbon dioxide emitted for each kWh drawn from the grid.
 * `location` is the average of what was generated there; `residual` that average without the non-fossil power sold under
 * contract, for those who report by the market; `fossil` that of fossil power only.
 */
export interface EmissionFactor {
  readonly region: GridRegion;
  readonly nameZh: string;
  readonly basis: 'location' | 'residual' | 'fossil';
  /** Year whose generation the factor describes; published about two years later. */
  readonly dataYear: number;
  readonly kgCo2PerKwh: number;
  /** The document that issued it, under its own title. */
  readonly source: string;
  /** How sure the figure is: `reported` was read on independent pages, the official announcement was not opened. */
  readonly certainty: 'official' | 'reported';
}

/** The whole country, or one of its regional grids. */
export type GridRegion =
  | 'national'
  | 'north'
  | 'northeast'
  | 'east'
  | 'central'
  | 'northwest'
  | 'south'
  | 'southwest';

/** Highest factor accepted: above any coal plant (lignite emits about 1.2 kg per kWh), to catch g or t taken for kg. */
export const MAX_KG_CO2_PER_KWH = 2;

/**
 * Passes a usable factor on.
 * @throws AppError (invalid) CARBON.FACTOR_INVALID unless 0 ≤ kgCo2PerKwh ≤ MAX_KG_CO2_PER_KWH
 */
export function checkedEmissionFactor(kgCo2PerKwh: number): number {
  if (kgCo2PerKwh >= 0 && kgCo2PerKwh <= MAX_KG_CO2_PER_KWH) return kgCo2PerKwh;
  throw invalid('CARBON.FACTOR_INVALID', 'An emission factor lies between 0 and 2 kg per kWh.', { kgCo2PerKwh });
}
