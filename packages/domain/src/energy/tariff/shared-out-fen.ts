import { EXACT_PER_FEN, roundedFen } from './exact-cost.js';

/**
 * Rounds a column of exact costs to fen so that it adds up to the rounded cost of the whole (largest remainder): each is
 * rounded down, and the fen then missing go to those that lost most, the earlier first. None is off by a whole fen.
 * @param parts exact costs in 10⁻⁸ fen, ≥ 0, shape [n]
 * @returns whole fen, shape [n]; their sum is the sum of the parts, rounded half up
 */
export function sharedOutFen(parts: readonly bigint[]): number[] {
  const fen = parts.map((part) => Number(part / EXACT_PER_FEN));
  const whole = roundedFen(parts.reduce((sum, part) => sum + part, 0n));
  const missing = whole - fen.reduce((sum, part) => sum + part, 0);
  const lost = parts.map((part, index) => ({ index, remainder: Number(part % EXACT_PER_FEN) }));
  lost.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of lost.slice(0, missing)) fen[index]!++;
  return fen;
}
