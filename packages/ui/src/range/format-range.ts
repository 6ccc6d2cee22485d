import { formatInstant } from '../format/zone-time.js';
import type { InstantRange } from './range.js';

/** `2026-03-01 08:00 – 12:00`: what both ends share is said once. */
export function formatRange({ fromMs, toMs }: InstantRange, format: { readonly timeZone: string }): string {
  const [from, to] = [formatInstant(fromMs, format), formatInstant(toMs, format)];
  const [fromDay, fromTime] = from.split(' ') as [string, string];
  const [toDay, toTime] = to.split(' ') as [string, string];
  if (fromDay === toDay) return `${from} – ${toTime}`;
  if (fromTime === '00:00' && toTime === '00:00') {
    const lastDay = formatInstant(toMs - 1, { ...format, precision: 'day' });
    return fromDay === lastDay ? fromDay : `${fromDay} – ${lastDay}`;
  }
  return `${from} – ${to}`;
}
