import { MINUTE_MS } from '@tenon/kernel';
import type { CountedRun, DayRecord, DayTotals } from './day-record.js';
import { CHANGEOVER, IDLE, MACHINE_STATES, type MachineState, RUNNING, STOPPED } from './machine-state.js';
import type { Mould } from './moulds.js';
import { DAY_MINUTES, dayStartMs } from './plant-calendar.js';
import { type PowerContext, powerWithin } from './power.js';
import { partsOf, type Run, shotEndMs, shotsAfter, shotTimeS } from './production.js';
import { CHANNEL, unitAt, wander } from './random.js';
import { MOULD_TEMPERATURE, OIL_TEMPERATURE } from './thermal.js';

// Bound once: these are called millions of times, and a test's realm looks globals up slowly.
const { floor, max, min, round } = Math;

/** What a machine reports at one instant, under the keys it reports it with. */
export interface MouldingValues {
  readonly machine_state: MachineState;
  /** The last completed cycle's time; 0 while switched off. */
  readonly cycle_time_s: number;
  readonly good_count: number;
  readonly scrap_count: number;
  readonly barrel_temp_1_c: number;
  readonly barrel_temp_2_c: number;
  readonly barrel_temp_3_c: number;
  readonly barrel_temp_4_c: number;
  readonly mould_temp_c: number;
  readonly oil_temp_c: number;
  readonly hydraulic_pressure_bar: number;
  /** The last completed cycle's peak; 0 while switched off. */
  readonly injection_pressure_bar: number;
  /** From the nozzle's end; 0 while switched off, as a screw is left forward. */
  readonly screw_position_mm: number;
  readonly power_kw: number;
  readonly energy_kwh: number;
}

/** Everything a machine reports, and when. */
export interface MouldingSample {
  readonly atMs: number;
  readonly values: MouldingValues;
}

/** The instant being read, within its day. */
interface Moment {
  readonly context: PowerContext;
  readonly record: DayRecord;
  /** What the counters showed when the day began. */
  readonly base: DayTotals;
  readonly atMs: number;
  readonly minute: number;
  /** Of the minute that has passed, [0, 1). */
  readonly fraction: number;
}

interface ShotView {
  readonly good: number;
  readonly scrap: number;
  readonly cycleTimeS: number;
  readonly peakBar: number;
  /** How much of the present cycle has passed, [0, 1]. */
  readonly phase: number;
}

const round1 = (value: number) => round(value * 10) / 10;
const round2 = (value: number) => round(value * 100) / 100;

function peakBar(seed: number, run: Run, shot: number): number {
  const drift = 0.014 * wander(seed, CHANNEL.injection, run.key + shot / 40);
  return run.mould.injectionPressureBar * (1 + drift + 0.01 * (unitAt(seed, CHANNEL.injection + run.key * 16, shot) - 0.5));
}

function viewShot({ context: { seed }, record, atMs }: Moment, { run, scrapCounts, before }: CountedRun): ShotView {
  const elapsedMs = atMs - dayStartMs(record.plan.day) - run.startMinute * MINUTE_MS;
  const shots = shotsAfter(seed, run, elapsedMs);
  const parts = partsOf(run, shots, scrapCounts[shots] ?? 0);
  const begunMs = shots === 0 ? 0 : shotEndMs(seed, run, shots - 1);
  return {
    good: before.good + parts.good,
    scrap: before.scrap + parts.scrap,
    cycleTimeS: shots === 0 ? run.shotMs / 1_000 : shotTimeS(seed, run, shots - 1),
    peakBar: shots === 0 ? run.mould.injectionPressureBar : peakBar(seed, run, shots - 1),
    phase: min(1, max(0, (elapsedMs - begunMs) / run.shotMs)),
  };
}

/** The view before a day's first run: nothing made yet; a machine that stayed hot shows its mould's usual figures. */
function viewNone({ record }: Moment, mould: Mould): ShotView {
  const isHot = record.plan.isHotAtStart;
  return { good: 0, scrap: 0, cycleTimeS: isHot ? mould.cycleTimeS : 0, peakBar: isHot ? mould.injectionPressureBar : 0, phase: 1 };
}

/** A cycle of the screw: injection, holding pressure, cooling with dosing, waiting for the mould to open. */
function screwMm(mould: Mould, phase: number): number {
  if (phase < 0.08) return mould.doseMm + (mould.cushionMm * 1.3 - mould.doseMm) * (phase / 0.08);
  if (phase < 0.24) return mould.cushionMm * (1.3 - 0.3 * ((phase - 0.08) / 0.16));
  if (phase < 0.62) return mould.cushionMm + (mould.doseMm - mould.cushionMm) * ((phase - 0.24) / 0.38);
  return mould.doseMm;
}

function hydraulicBar({ context: { seed }, atMs }: Moment, mould: Mould, state: number, isHeated: boolean): number {
  if (!isHeated) return 0;
  const noise = wander(seed, CHANNEL.hydraulic, atMs / 23_000);
  if (state === RUNNING) return mould.hydraulicPressureBar * (1 + 0.035 * noise);
  if (state === CHANGEOVER) return 42 * (1 + 0.15 * noise);
  return state === IDLE ? 14 + 1.2 * noise : 0;
}

function temperatureC({ context: { seed }, record, atMs, minute, fraction }: Moment, index: number, swingC: number): number {
  const knots = record.temperatures[index];
  const from = knots?.[minute] ?? 0;
  const to = knots?.[minute + 1] ?? 0;
  const channel = CHANNEL.temperature + index;
  const noise = 0.7 * wander(seed, channel, atMs / 420_000) + 0.3 * wander(seed, channel + 8, atMs / 37_000);
  return round1(from + (to - from) * fraction + swingC * noise);
}

/** What the machine is at in this minute. */
function look(moment: Moment) {
  const { context, record, minute } = moment;
  const { states, heated, moulds } = record.plan;
  const mould = context.moulds[moulds[minute] ?? 0] as Mould;
  const latest = record.runs[record.latestRun[minute] ?? -1];
  return { state: states[minute] ?? STOPPED, isHeated: heated[minute] === 1, mould, shot: latest ? viewShot(moment, latest) : viewNone(moment, mould) };
}

/** Reads one instant of a day. The result depends on the seed, the profile and the instant alone. */
export function readSample(moment: Moment): MouldingSample {
  const { context, record, base, atMs, minute, fraction } = moment;
  const { state, isHeated, mould, shot } = look(moment);
  const { powerKw, energyKwh } = powerWithin(context, record.power, record.plan, minute, fraction);
  const barrelSwingC = isHeated ? 0.9 : 0.15;
  const values: MouldingValues = {
    machine_state: MACHINE_STATES[state] ?? 'stopped',
    cycle_time_s: isHeated ? round2(shot.cycleTimeS) : 0,
    good_count: base.good + shot.good,
    scrap_count: base.scrap + shot.scrap,
    barrel_temp_1_c: temperatureC(moment, 0, barrelSwingC),
    barrel_temp_2_c: temperatureC(moment, 1, barrelSwingC),
    barrel_temp_3_c: temperatureC(moment, 2, barrelSwingC),
    barrel_temp_4_c: temperatureC(moment, 3, barrelSwingC),
    mould_temp_c: temperatureC(moment, MOULD_TEMPERATURE, 0.6),
    oil_temp_c: temperatureC(moment, OIL_TEMPERATURE, 0.5),
    hydraulic_pressure_bar: round1(hydraulicBar(moment, mould, state, isHeated)),
    injection_pressure_bar: isHeated ? round1(shot.peakBar) : 0,
    screw_position_mm: isHeated ? round1(screwMm(mould, state === RUNNING ? shot.phase : 1)) : 0,
    power_kw: round2(powerKw),
    energy_kwh: round2(base.energyKwh + (record.power.energyKwh[minute] ?? 0) + energyKwh),
  };
  return { atMs, values };
}

/** Where an instant lies within its day. */
export function momentOf(context: PowerContext, record: DayRecord, base: DayTotals, atMs: number): Moment {
  const minutes = (atMs - dayStartMs(record.plan.day)) / MINUTE_MS;
  const minute = min(DAY_MINUTES - 1, floor(minutes));
  return { context, record, base, atMs, minute, fraction: minutes - minute };
}
