import { DAY_MS, invalid, MINUTE_MS, type TimeRange } from '@tenon/kernel';
import { MachineDays } from './machine-days.js';
import { mouldsOf } from './moulds.js';
import { dayOf, dayStartMs } from './plant-calendar.js';
import type { MouldingProfile } from './profiles.js';
import { seedOf } from './random.js';
import { momentOf, type MouldingSample, readSample } from './sample.js';

/** Which machine to simulate. */
export interface MouldingMachineOptions {
  /** Any text; another seed is another history of the same machine. */
  readonly seed: string;
  readonly profile: MouldingProfile;
  /**
   * From when the machine is out of service (to the minute): until then it works by its shift pattern, then it breaks down, then it stays switched off.
   * Absent, a machine whose profile is out of service has never worked, and any other works for ever.
   */
  readonly outOfServiceFromMs?: number;
}

/** A simulated injection moulding machine. */
export interface MouldingMachine {
  readonly profile: MouldingProfile;
  /**
   * What the machine reports at an instant: in any order of asking, the same each time.
   * @throws AppError (invalid) SIMULATION.OUT_OF_RANGE before {@link SIMULATION_START_MS} or more than 30 years after it
   */
  sampleAt(atMs: number): MouldingSample;
  /**
   * The samples of a range, from its start on, every `stepMs`.
   * @throws AppError (invalid) SIMULATION.STEP_INVALID unless `stepMs` > 0; SIMULATION.OUT_OF_RANGE
   */
  history(range: TimeRange, stepMs: number): Generator<MouldingSample, void, undefined>;
}

const FIRST_DAY = Date.UTC(2025, 0, 6) / DAY_MS;
const END_DAY = FIRST_DAY + 30 * 365;

/** When the counters of every simulated machine start: Monday 2025-01-06, 06:00 in Shanghai. */
export const SIMULATION_START_MS: number = dayStartMs(FIRST_DAY);

function daysOf({ seed, profile, outOfServiceFromMs = profile.isOutOfService ? SIMULATION_START_MS : Infinity }: MouldingMachineOptions) {
  const mixed = seedOf(`${seed}\n${profile.id}`);
  const context = { seed: mixed, profile, moulds: mouldsOf(mixed, profile) };
  const outOfServiceFromMinute = Math.floor((outOfServiceFromMs - dayStartMs(0)) / MINUTE_MS);
  return { context, days: new MachineDays({ seed: mixed, profile, outOfServiceFromMinute }, context, FIRST_DAY) };
}

/**
 * Makes a machine of a moulding shop whose every value is a function of seed, profile and instant, so that a month of history and the live values that follow
 * it are one curve, whoever computes which part, in whichever process.
 *
 * How: time is divided into production days (06:00 in Shanghai). A day's plan (shifts, breaks, changeovers, faults, waits) is drawn from the seed and the day's
 * number. Cycles within a run have closed-form ends, so the parts made by any instant are looked up; power is a straight line between minutes plus a ripple
 * that adds nothing to a minute, so energy is its exact integral; temperatures are lags run up from half a day before; noise is a function of time.
 * Counters alone need the past: each day's totals are summed once from {@link SIMULATION_START_MS} on (some 0.1 ms a day) and kept.
 * It keeps a few days in memory, so it is fast when neighbouring instants are asked for together.
 */
export function mouldingMachine(options: MouldingMachineOptions): MouldingMachine {
  const { context, days } = daysOf(options);
  const sampleAt = (atMs: number): MouldingSample => {
    const day = dayOf(atMs);
    if (!(day >= FIRST_DAY && day < END_DAY)) {
      throw invalid('SIMULATION.OUT_OF_RANGE', 'The simulation has no such time.', { atMs: String(atMs), startMs: SIMULATION_START_MS });
    }
    return readSample(momentOf(context, days.record(day), days.baseOf(day), atMs));
  };
  function* history({ fromMs, toMs }: TimeRange, stepMs: number): Generator<MouldingSample, void, undefined> {
    if (!(stepMs > 0)) throw invalid('SIMULATION.STEP_INVALID', 'A step is longer than nothing.', { stepMs: String(stepMs) });
    for (let atMs = fromMs; atMs < toMs; atMs += stepMs) yield sampleAt(atMs);
  }
  return { profile: options.profile, sampleAt, history };
}
