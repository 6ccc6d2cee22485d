import { wallClock } from '../format/zone-time.js';
import type { TickUnit, TimeTicks } from './time-ticks.js';

type Fields = Intl.DateTimeFormatOptions;

const FINE: Record<TickUnit, Fields> = {
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short' },
  year: { year: 'numeric' },
};

/** What changes more slowly than the tick: said under the first tick and where it changes. */
const COARSE: Partial<Record<TickUnit, Fields>> = {
  second: { month: 'short', day: 'numeric' },
  minute: { month: 'short', day: 'numeric' },
  day: { year: 'numeric' },
  month: { year: 'numeric' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, timeZone: string, fields: Fields): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${Object.entries(fields).join()}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...fields, timeZone });
    formatters.set(key, found);
  }
  return found;
}

function changeKey(atMs: number, unit: TickUnit, timeZone: string): string {
  const clock = wallClock(atMs, timeZone);
  return unit === 'second' || unit === 'minute' ? `${clock.year}-${clock.month}-${clock.day}` : String(clock.year);
}

/** One label a tick; a second line says the day (or year) where it begins. */
export function tickLabels({ atMs, unit }: TimeTicks, locale: string, timeZone: string): string[] {
  const fine = formatterOf(locale, timeZone, FINE[unit]);
  const coarse = COARSE[unit] && formatterOf(locale, timeZone, COARSE[unit]);
  let last = '';
  return atMs.map((at) => {
    const label = fine.format(at);
    if (!coarse) return label;
    const key = changeKey(at, unit, timeZone);
    if (key === last) return label;
    last = key;
    return `${label}\n${coarse.format(at)}`;
  });
}
