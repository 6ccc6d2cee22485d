/** Whole numbers from 0 to below `below`, the same ones for the same seed (linear congruential, Numerical Recipes). */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
}
