import { roundedRatio } from './rounded-ratio.js';

/** The whole number at or below a fraction, below zero too. */
function floorRatio(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/**
 * Rounds a column of exact fractions so that it adds up to its rounded sum (largest remainder): each is rounded down, and what is
 * then missing goes, one by one, to those that lost most, the earlier first. None is off by a whole one, and whole ones stay.
 * @param numerators shape [n], of either sign; credits stand among them
 * @param denominator > 0, the same for all
 * @returns whole numbers, shape [n]; their sum is the sum of the fractions, rounded halves away from zero
 */
export function sharedOut(numerators: readonly bigint[], denominator: bigint): number[] {
  const shares = numerators.map((numerator) => floorRatio(numerator, denominator));
  const whole = roundedRatio(numerators.reduce((sum, numerator) => sum + numerator, 0n), denominator);
  const missing = Number(whole - shares.reduce((sum, share) => sum + share, 0n));
  const lost = numerators.map((numerator, index) => ({ index, remainder: Number(numerator - shares[index]! * denominator) }));
  lost.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of lost.slice(0, missing)) shares[index]! += 1n;
  return shares.map(Number);
}
