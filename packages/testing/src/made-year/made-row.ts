import { loadType } from './load-type.js';
import type { MadeDay } from './made-calendar.js';
import type { MadeReading } from './made-load.js';

const TONNES_CO2_PER_KWH = 0.000_458;

/** To two decimals and no more than needed: 3.17, 3.6, 4, 0. */
function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A pulse is 3.6 hundredths; whole numbers until the last step, and never a tie. */
function pulsesText(pulses: number): string {
  return String(Math.round((pulses * 36) / 10) / 100);
}

function powerFactor(activePulses: number, reactivePulses: number): string {
  if (activePulses === 0) return '0';
  return decimal((100 * activePulses) / Math.sqrt(activePulses ** 2 + reactivePulses ** 2));
}

function clock(minuteOfDay: number): string {
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * One row of the file, without its line end. The stamp names the end of the quarter-hour measured, and the last one of a day is
 * written `00:00` under that same day's date, though it is the next day's midnight.
 */
export function madeRow(day: MadeDay, quarter: number, reading: MadeReading): string {
  const { activePulses, laggingPulses, leadingPulses } = reading;
  const endMinute = ((quarter + 1) * 15) % 1440;
  const isWeekend = day.weekday === 'Saturday' || day.weekday === 'Sunday';
  return [
    `${day.stamp} ${clock(endMinute)}`,
    pulsesText(activePulses),
    pulsesText(laggingPulses),
    pulsesText(leadingPulses),
    decimal(activePulses * 0.036 * TONNES_CO2_PER_KWH),
    powerFactor(activePulses, laggingPulses),
    powerFactor(activePulses, leadingPulses),
    String(endMinute * 60),
    isWeekend ? 'Weekend' : 'Weekday',
    day.weekday,
    loadType(day, Math.floor(quarter / 4)),
  ].join(',');
}
