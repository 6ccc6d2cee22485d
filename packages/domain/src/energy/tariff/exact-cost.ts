/** Milliwatt-hours in a kWh: the grain in which reports add up, whole numbers, so that a sum never depends on its order. */
export const MILLIWATT_HOURS_PER_KWH = 1_000_000;

/** Exact costs are whole numbers of this part of a fen: a milliwatt-hour (10⁻⁶ kWh) at 0.01 fen per kWh. */
export const EXACT_PER_FEN = 100_000_000n;

/** Energy as a whole number of milliwatt-hours, the nearest. */
export function milliwattHours(energyKwh: number): number {
  return Math.round(energyKwh * MILLIWATT_HOURS_PER_KWH);
}

/**
 * Cost without any rounding, in 10⁻⁸ fen (see EXACT_PER_FEN).
 * @param energyMilliwattHours whole, ≥ 0
 * @param yuanPer10000Kwh whole, ≥ 0
 */
export function exactCost(energyMilliwattHours: number, yuanPer10000Kwh: number): bigint {
  return BigInt(energyMilliwattHours) * BigInt(yuanPer10000Kwh);
}

/** Rounds an exact cost (≥ 0) to whole fen, halves up. */
export function roundedFen(exact: bigint): number {
  return Number((exact * 2n + EXACT_PER_FEN) / (EXACT_PER_FEN * 2n));
}
