import { describe, expect, it } from '@jest/globals';
import { COUNTER_NEIGHBOURS, isCounterReading } from './add-counter.js';
import type { EnergyPoint } from './energy-metric.js';
import { energySlots } from './energy-slots.js';

const QUARTER = 900_000;

/** The same whole numbers from 0 to below `below` for the same seed (linear congruential, Numerical Recipes). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
}

/** A register with dips, spikes, resets and values that cannot be, read at uneven times. */
function register(seed: number): EnergyPoint[] {
  const next = random(seed);
  let atMs = 0;
  let shown = 50;
  return Array.from({ length: 60 }, () => {
    atMs += 1 + next(4 * QUARTER);
    shown = next(8) === 0 ? next(5) : shown + next(20);
    const value = [shown, shown, shown, shown, next(60), shown + next(500), -1, 1e15][next(8)] ?? shown;
    return { atMs, value };
  });
}

describe('a counter read in parts', () => {
  it('gives the slots of the whole, each part read with its nearest readings, whatever the register does', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const points = register(seed);
      const end = Math.ceil((points.at(-1)!.atMs + 1) / QUARTER);
      const read = (from: number, to: number) => {
        const [fromMs, toMs] = [from * QUARTER, to * QUARTER];
        const possible = points.filter(({ value }) => isCounterReading(value));
        const before = possible.filter(({ atMs }) => atMs < fromMs).slice(-COUNTER_NEIGHBOURS);
        const after = possible.filter(({ atMs }) => atMs >= toMs).slice(0, COUNTER_NEIGHBOURS);
        const within = points.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
        return energySlots([...before, ...within, ...after], { quantity: 'counter' }, { fromMs, toMs }).slots;
      };
      const seam = 1 + (seed % (end - 2));
      expect([...read(0, seam), ...read(seam, end)]).toEqual(read(0, end));
    }
  });
});
