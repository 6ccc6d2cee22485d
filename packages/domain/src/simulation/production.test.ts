import { describe, expect, it } from '@jest/globals';
import { MOULDING_PROFILES } from './profiles.js';
import { mouldsOf } from './moulds.js';
import { planDay } from './day-plan.js';
import { dayOf } from './plant-calendar.js';
import { partsOf, type Run, runsOf, scrapCounts, shotEndMs, shotsAfter, shotTimeS } from './production.js';

const SEED = 42;
const DAY = dayOf(Date.UTC(2026, 6, 1, 4));
const [PROFILE] = MOULDING_PROFILES;
if (!PROFILE) throw new Error('there is a profile');

/** The runs of the days from `DAY` on. */
function runs(days: number): Run[] {
  const context = { seed: SEED, profile: PROFILE as NonNullable<typeof PROFILE>, outOfServiceFromMinute: Infinity };
  const moulds = mouldsOf(SEED, context.profile);
  return Array.from({ length: days }, (_, i) => runsOf(SEED, planDay(context, DAY + i), moulds)).flat();
}

describe('a run', () => {
  it('counts a shot from the moment it is completed', () => {
    const run = runs(1).find(({ shots }) => shots > 100) as Run;
    for (let shot = 0; shot < run.shots; shot += 1) {
      const endMs = shotEndMs(SEED, run, shot);
      expect(shotsAfter(SEED, run, endMs + 0.01)).toBe(shot + 1);
      expect(shotsAfter(SEED, run, endMs - 0.01)).toBe(shot);
    }
    expect(shotsAfter(SEED, run, 1e9)).toBe(run.shots);
    expect(shotsAfter(SEED, run, -1)).toBe(0);
  });

  it('has cycle times that add up to the shots, within two per cent of the run', () => {
    const run = runs(1).find(({ shots }) => shots > 100) as Run;
    let sumS = 0;
    for (let shot = 0; shot < run.shots; shot += 1) {
      const timeS = shotTimeS(SEED, run, shot);
      expect(Math.abs(timeS * 1_000 - run.shotMs) / run.shotMs).toBeLessThan(0.02);
      sumS += timeS;
    }
    expect(sumS * 1_000).toBeCloseTo(shotEndMs(SEED, run, run.shots - 1), 3);
  });
});

describe('scrap', () => {
  it('comes in a burst after a changeover and then falls to about the mould\'s own rate', () => {
    const changed = runs(60).filter(({ burst, shots }) => burst > 0.3 && shots > 250);
    expect(changed.length).toBeGreaterThan(5);
    const share = (from: number, to: number) => {
      const scrapped = changed.reduce((sum, run) => sum + (scrapCounts(SEED, run)[to] ?? 0) - (scrapCounts(SEED, run)[from] ?? 0), 0);
      return scrapped / (changed.length * (to - from));
    };
    expect(share(0, 5)).toBe(1);
    expect(share(5, 50)).toBeGreaterThan(0.1);
    expect(share(200, 250)).toBeLessThan(0.05);
  });

  it('is counted by the whole shot', () => {
    const run = runs(1)[0] as Run;
    expect(partsOf(run, 10, 3)).toEqual({ good: 7 * run.mould.cavities, scrap: 3 * run.mould.cavities });
  });
});
