import type { MadeDay } from './made-calendar.js';
import { between } from './seeded-random.js';
import type { Random } from './seeded-random.js';

/** Pulses of the made meter; one is worth 0.036 kWh or kVarh, as a current transformer's ratio makes it. */
export interface MadeReading {
  readonly activePulses: number;
  readonly laggingPulses: number;
  readonly leadingPulses: number;
}

/** Pulses a quarter-hour while producing, above the base, by hour: a night at rest, two shifts, a pause at noon. */
const WORK_PULSES = [
  100, 70, 25, 20, 20, 20, 20, 35, 1150, 1850, 1750, 1800, 520, 1200, 1750, 1750, 1750, 1450, 1050, 1300, 1250, 370, 160, 140,
];
/** A Saturday ends at five. */
const SATURDAY_END_HOUR = 17;

/** How hard the plant works on a day, 0 at rest; busier in winter, every day different. */
export function dayIntensity({ weekday, isHoliday, month }: MadeDay, random: Random): number {
  const isWorked = random() < (weekday === 'Sunday' ? 0.2 : weekday === 'Saturday' ? 0.65 : 0.98);
  const intensity = between(random, 0.55, 1.3) * (month === 1 ? 1.3 : month >= 6 && month <= 9 ? 0.85 : 1);
  return isWorked && !isHoliday ? intensity : 0;
}

/** One quarter-hour of the made meter. @param quarter 0…95, the quarter of the day that is measured */
export function madeReading(day: MadeDay, intensity: number, quarter: number, random: Random): MadeReading {
  const hour = Math.floor(quarter / 4);
  const isOver = day.weekday === 'Saturday' && hour >= SATURDAY_END_HOUR;
  const work = isOver ? 0 : intensity * WORK_PULSES[hour]! * between(random, 0.45, 1.55);
  const activePulses = Math.round(between(random, 82, 122) + work);
  const laggingPulses = Math.round(activePulses * (work > 300 ? between(random, 0.2, 0.7) : between(random, 0.8, 1.2)));
  const hasLeading = random() < (intensity === 0 ? 0.5 : 0.3);
  const leadingPulses = hasLeading ? Math.round(between(random, 0, 600) / (1 + work / 100)) : 0;
  return { activePulses, laggingPulses, leadingPulses };
}

/** The meter in a power cut. */
export const NO_READING: MadeReading = { activePulses: 0, laggingPulses: 0, leadingPulses: 0 };
