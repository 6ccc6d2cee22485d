import { describe, expect, it } from '@jest/globals';
import { energySlots } from './energy-slots.js';
import { noFaults } from './point-faults.js';

const QUARTER = 900_000;
const run = (values: number[]) =>
  energySlots(
    values.map((value, index) => ({ atMs: index * QUARTER, value })),
    { quantity: 'counter' },
    { fromMs: 0, toMs: (values.length - 1) * QUARTER },
  );
const energies = (values: number[]) => run(values).slots.map(({ energyKwh }) => energyKwh);

describe('a counter that shows too much once', () => {
  it('passes over one reading that rises and is back at the next: 2 kWh in half an hour, not 4,294,966,295 and a reset', () => {
    const { slots, faults } = run([998, 1_000, 4_294_967_295, 1_002, 1_003]);
    expect(slots.map(({ energyKwh }) => energyKwh)).toEqual([2, 1, 1, 1]);
    expect(faults).toEqual({ ...noFaults(), spikeCount: 1 });
    expect(energies([1_000, 4_294_967_295, 1_001])).toEqual([0.5, 0.5]);
  });

  it('still counts a register that begins again every few readings', () => {
    expect(energies([200, 100, 199, 103, 198])).toEqual([100, 99, 103, 95]);
  });

  it('counts a rise that stays', () => {
    expect(energies([1_000, 5_000, 5_001])).toEqual([4_000, 1]);
  });
});
