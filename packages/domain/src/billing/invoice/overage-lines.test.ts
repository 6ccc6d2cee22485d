import { HOUR_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { localTimeAt } from '../../energy/index.js';
import { PLANS } from '../plan/catalogue.js';
import type { MeterHour } from '../plan/meter.js';
import { overageLines } from './overage-lines.js';
import type { PlanStretch } from './plan-stretch.js';

const { starter, standard, trial } = PLANS;
const localTimeOf = (atMs: number): ReturnType<typeof localTimeAt> => localTimeAt('Asia/Shanghai', atMs);
const midnight = Date.parse('2026-11-10T00:00:00+08:00');
const { localDay: today } = localTimeOf(midnight);
const hour = (meter: MeterHour['meter'], hours: number, quantity: number): MeterHour => ({ meter, hourMs: midnight + hours * HOUR_MS, quantity });
const stretch = (change: Partial<PlanStretch> = {}): PlanStretch => ({ plan: starter, caps: { devices: 15, pointsADay: 20_000_000 }, fromDay: today, toDay: today + 2, ...change });
const lines = (stretches: readonly PlanStretch[], readings: readonly MeterHour[]): ReturnType<typeof overageLines> => overageLines(stretches, readings, localTimeOf);

describe('overage', () => {
  it('adds up what flowed in a day, and says from which readings', () => {
    const readings = [hour('pointsADay', 0, 9_000_000), hour('pointsADay', 23, 4_500_000), hour('pointsADay', 24, 12_000_000)];
    // 13.5 million, 12 included: 1.5 million at 0.20 yuan a million
    expect(lines([stretch()], readings)).toMatchObject([
      {
        kind: 'overage',
        meter: 'pointsADay',
        included: 12_000_000,
        hours: 3,
        days: [
          { localDay: today, quantity: 13_500_000, beyond: 1_500_000 },
          { localDay: today + 1, quantity: 12_000_000, beyond: 0 },
        ],
        quantity: 1_500_000,
        per: 1_000_000,
        amount: { amountMinor: 30 },
      },
    ]);
  });

  it('takes the highest hour of what is there', () => {
    const [line] = lines([stretch()], [hour('devices', 3, 12), hour('devices', 4, 11), hour('devices', 30, 13)]);
    expect(line).toMatchObject({ quantity: 5, amount: { amountMinor: 7_50 } });
  });

  it('rounds once a line, not once a day', () => {
    const readings = [0, 24].map((hours) => hour('pointsADay', hours, 12_020_000));
    // twice 0.4 fen are 0.8 fen: 1, where each by itself would be nothing
    expect(lines([stretch()], readings)[0]?.amount.amountMinor).toBe(1);
  });

  it('never bills beyond the cap, nor anything where the owner allowed nothing', () => {
    expect(lines([stretch()], [hour('devices', 0, 40)])[0]?.quantity).toBe(5);
    expect(lines([stretch({ caps: {} })], [hour('devices', 0, 40)])).toEqual([]);
    expect(lines([stretch({ caps: { devices: 4 } })], [hour('devices', 0, 40)])).toEqual([]);
  });

  it('goes by the plan of each day, and lets days without one be', () => {
    const stretches = [stretch({ toDay: today + 1 }), stretch({ plan: standard, fromDay: today + 1, toDay: today + 2 })];
    const readings = [-1, 0, 24, 48].map((hours) => hour('devices', hours, 12));
    expect(lines(stretches, readings).map(({ planId, quantity }) => [planId, quantity])).toEqual([['starter', 2]]);
    expect(lines([stretch({ plan: trial })], readings)).toEqual([]);
  });

  it('cannot be made to count an hour twice', () => {
    expect(() => lines([stretch()], [hour('devices', 0, 12), hour('devices', 0, 12)])).toThrow(expect.objectContaining({ kind: 'bug' }));
    expect(lines([stretch()], [hour('devices', 0, 12), hour('members', 0, 12)])).toHaveLength(1);
  });
});
