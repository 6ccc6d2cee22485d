import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@tenon/kernel';
import { MOULDING_METRICS } from './metrics.js';
import { mouldingMachine, type MouldingMachine, SIMULATION_START_MS } from './moulding-machine.js';
import { MOULDING_PROFILES, type MouldingProfile } from './profiles.js';

const at = (local: string) => Date.parse(`${local}+08:00`);
const WEEK = { fromMs: at('2025-03-03T00:00'), toMs: at('2025-03-10T00:00') };

function machine(number: number, seed = 'shop'): MouldingMachine {
  return mouldingMachine({ seed, profile: MOULDING_PROFILES[number - 1] as MouldingProfile });
}

describe('the shop', () => {
  it('has eight machines from 80 t to 650 t, one of three shifts, one out of service', () => {
    expect(MOULDING_PROFILES.map(({ clampForceT }) => clampForceT)).toEqual([80, 120, 160, 200, 260, 320, 450, 650]);
    expect(new Set(MOULDING_PROFILES.flatMap(({ id, nameZh, nameEn }) => [id, nameZh, nameEn])).size).toBe(24);
    expect(MOULDING_PROFILES.filter(({ shiftPattern }) => shiftPattern === 'three-shift')).toHaveLength(1);
    expect(MOULDING_PROFILES.filter(({ isOutOfService }) => isOutOfService)).toHaveLength(1);
  });
});

describe('a sample', () => {
  it('holds the listed metrics, finite and rounded, at every odd instant of a week', () => {
    for (const [index] of MOULDING_PROFILES.entries()) {
      const samples = [...machine(index + 1).history(WEEK, 7 * MINUTE_MS + 311)];
      const keys = MOULDING_METRICS.map(({ key }) => key);
      expect(samples.filter(({ values }) => Object.keys(values).join() !== keys.join())).toEqual([]);
      const isRounded = (value: unknown, decimals: number) => typeof value === 'string' || (Number.isFinite(value) && Number((value as number).toFixed(decimals)) === value);
      for (const { key, decimals } of MOULDING_METRICS) expect(samples.filter(({ values }) => !isRounded(values[key], decimals))).toEqual([]);
    }
  });

  it('is the same for the same seed, whatever was asked before, and another for another seed', () => {
    const [one, other] = [machine(3), machine(3)];
    const instants = Array.from({ length: 60 }, (_, i) => WEEK.fromMs + i * 2.9 * HOUR_MS + i * 37);
    const forwards = instants.map((ms) => one.sampleAt(ms));
    const backwards = [...instants].reverse().map((ms) => other.sampleAt(ms)).reverse();
    expect(backwards).toEqual(forwards);
    expect(instants.map((ms) => machine(3, 'other').sampleAt(ms))).not.toEqual(forwards);
    expect(instants.map((ms) => ({ ...machine(2).sampleAt(ms) }))).not.toEqual(forwards);
  });
});

describe('history and live', () => {
  it('are one curve: counters never fall over the seam, and a process that starts later says the same', () => {
    const nowMs = at('2025-03-06T14:30:20');
    const past = [...machine(1).history({ fromMs: nowMs - HOUR_MS, toMs: nowMs }, MINUTE_MS)];
    const live = [...machine(1).history({ fromMs: nowMs, toMs: nowMs + HOUR_MS }, 5 * SECOND_MS)];
    const [last, first] = [past.at(-1)?.values, live[0]?.values];
    if (!last || !first) throw new Error('both have samples');
    expect(first.energy_kwh).toBeGreaterThanOrEqual(last.energy_kwh);
    expect(first.energy_kwh - last.energy_kwh).toBeLessThan(0.3);
    expect(first.good_count - last.good_count).toBeLessThanOrEqual(5 * 8);
    expect(Math.abs(first.barrel_temp_4_c - last.barrel_temp_4_c)).toBeLessThan(4);
    const again = machine(1);
    for (const sample of live.slice(0, 20)) expect(again.sampleAt(sample.atMs)).toEqual(sample);
  });

  it.each([1, 5, 8])('counters of machine %i never decrease in three weeks, days and Sundays included', (number) => {
    let before = machine(number).sampleAt(WEEK.fromMs - 7 * DAY_MS).values;
    for (const { values } of machine(number).history({ fromMs: WEEK.fromMs - 7 * DAY_MS, toMs: WEEK.toMs + 7 * DAY_MS }, 47 * SECOND_MS)) {
      const isRising = values.good_count >= before.good_count && values.scrap_count >= before.scrap_count && values.energy_kwh >= before.energy_kwh;
      if (!isRising) expect(values).toEqual(before);
      before = values;
    }
  });

  it('temperatures do not jump, not even where days meet', () => {
    for (const number of [1, 5]) {
      const samples = [...machine(number).history(WEEK, MINUTE_MS)].map(({ values }) => values);
      const largest = (key: 'barrel_temp_4_c' | 'oil_temp_c') => Math.max(...samples.slice(1).map((values, i) => Math.abs(values[key] - (samples[i]?.[key] ?? 0))));
      // Heating from cold gains at most a ninth of 280 °C in a minute, and the noise swings.
      expect(largest('barrel_temp_4_c')).toBeLessThan(34);
      expect(largest('oil_temp_c')).toBeLessThan(2.5);
    }
    const five = machine(5);
    for (const local of ['2025-03-05T06:00', '2025-03-06T06:00', '2025-03-07T06:00']) {
      const a = five.sampleAt(at(local) - 1).values;
      const b = five.sampleAt(at(local)).values;
      expect(Math.abs(a.barrel_temp_2_c - b.barrel_temp_2_c)).toBeLessThan(0.15);
      expect(Math.abs(a.power_kw - b.power_kw)).toBeLessThan(0.03);
    }
  });
});

describe('out of service', () => {
  it('has never worked when not told since when', () => {
    const samples = [...machine(4).history(WEEK, HOUR_MS)];
    expect(new Set(samples.map(({ values }) => values.machine_state))).toEqual(new Set(['stopped']));
    expect(new Set(samples.map(({ values }) => values.good_count)).size).toBe(1);
  });

  it('works until then, breaks down, and stays off', () => {
    const outOfServiceFromMs = at('2025-03-05T10:00');
    const four = mouldingMachine({ seed: 'shop', profile: MOULDING_PROFILES[3] as MouldingProfile, outOfServiceFromMs });
    const states = (fromMs: number, toMs: number) => new Set([...four.history({ fromMs, toMs }, MINUTE_MS)].map(({ values }) => values.machine_state));
    expect(states(WEEK.fromMs, outOfServiceFromMs)).toContain('running');
    expect(states(outOfServiceFromMs, outOfServiceFromMs + 45 * MINUTE_MS)).toEqual(new Set(['fault']));
    expect(states(outOfServiceFromMs + 45 * MINUTE_MS, WEEK.toMs + 7 * DAY_MS)).toEqual(new Set(['stopped']));
    expect(four.sampleAt(WEEK.toMs).values).toMatchObject({ power_kw: 0.3, cycle_time_s: 0, screw_position_mm: 0 });
  });
});

describe('refusals', () => {
  it.each([SIMULATION_START_MS - 1, SIMULATION_START_MS + 31 * 365 * DAY_MS, Number.NaN, Infinity])('has no sample at %d', (atMs) => {
    expect(() => machine(1).sampleAt(atMs)).toThrow(expect.objectContaining({ code: 'SIMULATION.OUT_OF_RANGE' }));
  });

  it('starts its counters at the first instant', () => {
    const profile = MOULDING_PROFILES[0] as MouldingProfile;
    expect(machine(1).sampleAt(SIMULATION_START_MS).values).toMatchObject({ good_count: profile.startGoodCount, energy_kwh: profile.startEnergyKwh });
  });

  it.each([0, -1, Number.NaN])('has no history every %d ms', (stepMs) => {
    expect(() => [...machine(1).history(WEEK, stepMs)]).toThrow(expect.objectContaining({ code: 'SIMULATION.STEP_INVALID' }));
  });
});
