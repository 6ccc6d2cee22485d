import type { DayPlan } from './day-plan.js';
import { RUNNING } from './machine-state.js';
import type { Mould } from './moulds.js';
import { DAY_MINUTES } from './plant-calendar.js';
import { CHANNEL, wander } from './random.js';

// Bound once: these are called millions of times, and a test's realm looks globals up slowly.
const { cos, max, sin } = Math;

/** Temperatures at the start of each minute of a day and at its end, °C, length 1,441 each: four barrel zones, mould, oil. */
export type DayTemperatures = readonly Float64Array[];

/** Place of the mould's temperature in {@link DayTemperatures}; barrel zones are 0 to 3. */
export const MOULD_TEMPERATURE = 4;
/** Place of the hydraulic oil's temperature in {@link DayTemperatures}. */
export const OIL_TEMPERATURE = 5;

const COUNT = 6;
// Nothing remembers longer: the slowest part (70 minutes) has forgotten all but e^-10 of its past.
const LOOK_BACK_MINUTES = 720;
const OIL_WORKING_C = 46;
const OIL_READY_C = 38;

/** Share of the distance to the target that is covered in a minute: heating up, cooling under control, cooling when switched off. */
const RATES = [
  { up: 1 / 9, down: 1 / 22, off: 1 / 70 },
  { up: 1 / 11, down: 1 / 16, off: 1 / 30 },
  { up: 1 / 32, down: 1 / 40, off: 1 / 70 },
] as const;

/** Air in the shop, °C: warm in July and in the afternoon. @param minute from production day 0 */
function ambientC(seed: number, minute: number): number {
  const day = minute / DAY_MINUTES;
  const season = -cos((2 * Math.PI * (day - 15)) / 365.25);
  const hours = sin((2 * Math.PI * (minute % DAY_MINUTES - 180)) / DAY_MINUTES);
  return 21 + 8 * season + 2.2 * hours + 1.5 * wander(seed, CHANNEL.ambient, day);
}

function targetC(index: number, mould: Mould, isRunning: boolean): number {
  if (index === MOULD_TEMPERATURE) return isRunning ? mould.mouldC + 2 : mould.mouldC - 3;
  if (index === OIL_TEMPERATURE) return isRunning ? OIL_WORKING_C : OIL_READY_C;
  // The screw's shear warms the metering zone while it works.
  return (mould.barrelC[index] ?? 0) + (isRunning && index === 2 ? 1.4 : 0);
}

/** Moves all temperatures one minute on. */
function step(temperatures: Float64Array, plan: DayPlan, m: number, moulds: readonly Mould[], airC: number): void {
  const mould = moulds[plan.moulds[m] ?? 0] as Mould;
  const isHeated = plan.heated[m] === 1;
  const isRunning = plan.states[m] === RUNNING;
  for (let i = 0; i < COUNT; i += 1) {
    const now = temperatures[i] ?? 0;
    const goal = isHeated ? targetC(i, mould, isRunning) : airC;
    const rates = RATES[max(0, i - 3)] ?? RATES[0];
    const rate = isHeated ? (goal > now ? rates.up : rates.down) : rates.off;
    temperatures[i] = now + (goal - now) * rate;
  }
}

/**
 * The day's temperatures as first-order lags towards their targets, run up from half a day earlier, where they start settled. So a day needs only the day
 * before it, and two days meet within a thousandth of a degree.
 */
export function dayTemperatures(seed: number, before: DayPlan, plan: DayPlan, moulds: readonly Mould[]): DayTemperatures {
  const result = Array.from({ length: COUNT }, () => new Float64Array(DAY_MINUTES + 1));
  const from = DAY_MINUTES - LOOK_BACK_MINUTES;
  const startMould = moulds[before.moulds[from] ?? 0] as Mould;
  const airAtStart = ambientC(seed, before.day * DAY_MINUTES + from);
  const now = Float64Array.from({ length: COUNT }, (_, i) => (before.heated[from] === 1 ? targetC(i, startMould, true) : airAtStart));
  for (let m = from; m < DAY_MINUTES; m += 1) step(now, before, m, moulds, ambientC(seed, before.day * DAY_MINUTES + m));
  for (let m = 0; m < DAY_MINUTES; m += 1) {
    for (let i = 0; i < COUNT; i += 1) (result[i] as Float64Array)[m] = now[i] ?? 0;
    step(now, plan, m, moulds, ambientC(seed, plan.day * DAY_MINUTES + m));
  }
  for (let i = 0; i < COUNT; i += 1) (result[i] as Float64Array)[DAY_MINUTES] = now[i] ?? 0;
  return result;
}
