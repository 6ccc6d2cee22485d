import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import type { MachineState } from './machine-state.js';
import { type MouldingMachine, mouldingMachine } from './moulding-machine.js';
import { isPlannedAt } from './plant-calendar.js';
import { MOULDING_PROFILES, type MouldingProfile } from './profiles.js';

const at = (local: string) => Date.parse(`${local}+08:00`);
const MONDAY = at('2025-03-03T00:00');
const WEEKS = 6;
const WORKING = MOULDING_PROFILES.filter(({ isOutOfService }) => !isOutOfService);

/** Shares of the states in the planned shifts of one week, how many faults began, and the states seen outside the shifts. */
function week(machine: MouldingMachine, number: number) {
  const minutes: Record<MachineState, number> = { running: 0, idle: 0, stopped: 0, fault: 0, changeover: 0 };
  const outside = new Set<MachineState>();
  let faults = 0;
  let before: MachineState = 'stopped';
  const fromMs = MONDAY + number * 7 * DAY_MS;
  for (const { atMs, values } of machine.history({ fromMs, toMs: fromMs + 7 * DAY_MS }, MINUTE_MS)) {
    if (isPlannedAt(machine.profile.shiftPattern, atMs)) minutes[values.machine_state] += 1;
    else outside.add(values.machine_state);
    if (values.machine_state === 'fault' && before !== 'fault') faults += 1;
    before = values.machine_state;
  }
  const planned = Object.values(minutes).reduce((sum, count) => sum + count, 0);
  return { share: (state: MachineState) => minutes[state] / planned, faults, outside };
}

describe.each(WORKING.map((profile) => [profile.nameEn, profile] as const))('%s', (_, profile) => {
  const machine = mouldingMachine({ seed: 'shop', profile });
  const weeks = Array.from({ length: WEEKS }, (__, number) => week(machine, number));

  it('runs for 55 to 80 per cent of each week\'s planned shifts', () => {
    for (const { share } of weeks) {
      expect(share('running')).toBeGreaterThan(0.55);
      expect(share('running')).toBeLessThan(0.8);
    }
  });

  it('only warms up or is off outside them', () => {
    expect(weeks.flatMap(({ outside }) => [...outside]).filter((state) => state !== 'stopped' && state !== 'idle')).toEqual([]);
  });

  it('waits, stops, is changed over and breaks down now and then', () => {
    const mean = (state: MachineState) => weeks.reduce((sum, { share }) => sum + share(state), 0) / WEEKS;
    expect(mean('idle')).toBeGreaterThan(0.08);
    expect(mean('idle')).toBeLessThan(0.3);
    expect(mean('stopped')).toBeGreaterThan(0.005);
    expect(mean('changeover')).toBeGreaterThan(0.01);
    expect(mean('changeover')).toBeLessThan(0.1);
    const faults = weeks.reduce((sum, item) => sum + item.faults, 0) / WEEKS;
    expect(faults).toBeGreaterThan(0.8);
    expect(faults).toBeLessThan(6);
  });
});

describe('the shift pattern', () => {
  const valuesAt = (index: number, local: string) => mouldingMachine({ seed: 'shop', profile: WORKING[index] as MouldingProfile }).sampleAt(at(local)).values;

  it('switches two-shift machines off at night and on Sundays, and heats them up before the shift', () => {
    expect(valuesAt(0, '2025-03-05T03:00')).toMatchObject({ machine_state: 'stopped', cycle_time_s: 0, hydraulic_pressure_bar: 0 });
    expect(valuesAt(0, '2025-03-05T05:30').barrel_temp_4_c).toBeLessThan(30);
    expect(valuesAt(0, '2025-03-09T12:00').machine_state).toBe('stopped');
    expect(valuesAt(0, '2025-03-05T06:30').machine_state).toBe('idle');
    expect(valuesAt(0, '2025-03-05T06:59').barrel_temp_4_c).toBeGreaterThan(180);
  });

  it('keeps the three-shift machine hot through the night', () => {
    const index = WORKING.findIndex(({ shiftPattern }) => shiftPattern === 'three-shift');
    expect(valuesAt(index, '2025-03-05T03:45').barrel_temp_4_c).toBeGreaterThan(180);
    expect(valuesAt(index, '2025-03-09T12:00').machine_state).toBe('stopped');
  });

  it('rests in the lunch break, except where a robot works on', () => {
    const lunches = (index: number) => {
      const machine = mouldingMachine({ seed: 'shop', profile: WORKING[index] as MouldingProfile });
      return Array.from({ length: 30 }, (_, day) => machine.sampleAt(MONDAY + day * DAY_MS + 11.75 * HOUR_MS).values.machine_state);
    };
    expect(lunches(0)).not.toContain('running');
    expect(lunches(5)).toContain('running');
  });
});
