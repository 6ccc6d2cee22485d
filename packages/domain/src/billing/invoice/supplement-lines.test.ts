import { HOUR_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { localTimeAt } from '../../energy/index.js';
import { PLANS } from '../plan/catalogue.js';
import type { MeterHour } from '../plan/meter.js';
import { overageLines } from './overage-lines.js';
import { supplementLines, type BilledDay } from './supplement-lines.js';

const localTimeOf = (atMs: number): ReturnType<typeof localTimeAt> => localTimeAt('Asia/Shanghai', atMs);
const midnight = Date.parse('2026-06-10T00:00:00+08:00');
const { localDay: first } = localTimeOf(midnight);
const stretches = [{ plan: PLANS.starter, caps: { pointsADay: 14_000_000 }, fromDay: first, toDay: first + 20 }];
const points = (day: number, millions: number): MeterHour => ({ meter: 'pointsADay', hourMs: midnight + day * 24 * HOUR_MS, quantity: millions * 1_000_000 });
const billed = (day: number, beyond: number): BilledDay => ({ meter: 'pointsADay', localDay: first + day, beyond });
const lines = (readings: readonly MeterHour[], before: readonly BilledDay[]) => supplementLines(stretches, readings, before, localTimeOf);

describe('what came late', () => {
  it('is what a day has beyond its quota now, less what was billed of it', () => {
    // 13.5 of 12 million: 1.5 million at 0.20 yuan a million, of which 1 million was billed.
    expect(lines([points(0, 13.5), points(1, 12)], [billed(0, 1_000_000)])).toMatchObject([
      { kind: 'supplement', meter: 'pointsADay', fromDay: first, quantity: 500_000, days: [{ localDay: first, quantity: 13_500_000, beyond: 500_000 }], amount: { amountMinor: 10 } },
    ]);
  });

  it('is nothing twice, nothing beyond the cap, and nothing back where a day reads less', () => {
    expect(lines([points(0, 13.5)], [billed(0, 1_000_000), billed(0, 500_000)])).toEqual([]);
    expect(lines([points(0, 20)], [])[0]?.quantity).toBe(2_000_000);
    expect(lines([points(0, 12)], [billed(0, 1_000_000)])).toEqual([]);
    expect(lines([points(0, 12), points(1, 13)], [billed(0, 1_000_000)])[0]?.amount.amountMinor).toBe(20);
  });

  it('costs to the fen what it would have cost in time, however it is cut', () => {
    const whole = overageLines(stretches, [points(0, 13.222_222)], localTimeOf)[0]!.amount.amountMinor;
    for (let cut = 0; cut <= 1_222_222; cut += 61_111) {
      const early = overageLines(stretches, [points(0, (12_000_000 + cut) / 1_000_000)], localTimeOf)[0]?.amount.amountMinor ?? 0;
      expect(early + (lines([points(0, 13.222_222)], [billed(0, cut)])[0]?.amount.amountMinor ?? 0)).toBe(whole);
    }
  });
});
