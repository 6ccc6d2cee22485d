import { DAY_MS, invalid, MINUTE_MS } from '@tenon/kernel';

/** Where a site stands unless it says otherwise. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** The offset of one UTC day: before and after the one moment at which it may change. */
interface DayOffset {
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly changesAtMs: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, DayOffset>;
}

/** About 30 years a zone, and more zones than there are; beyond that the memory is cleared and filled anew. */
const MAX_DAYS_KEPT = 11_000;
const MAX_ZONES_KEPT = 1_000;
const zones = new Map<string, Zone>();

function newZone(timeZone: string): Zone {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { format, days: new Map() };
  } catch {
    throw invalid('ZONE.UNKNOWN', 'Not a time zone of the IANA database.', { timeZone });
  }
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const zone = newZone(timeZone);
  if (zones.size >= MAX_ZONES_KEPT) zones.clear();
  zones.set(timeZone, zone);
  return zone;
}

function formattedOffsetMs(format: Intl.DateTimeFormat, atMs: number): number {
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(atMs)) field[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
}

function dayOffset(format: Intl.DateTimeFormat, day: number): DayOffset {
  let lowMs = day * DAY_MS;
  let highMs = lowMs + DAY_MS;
  const beforeMs = formattedOffsetMs(format, lowMs);
  const afterMs = formattedOffsetMs(format, highMs);
  while (beforeMs !== afterMs && highMs - lowMs > MINUTE_MS) {
    const middleMs = Math.floor((lowMs + highMs) / 2 / MINUTE_MS) * MINUTE_MS;
    if (formattedOffsetMs(format, middleMs) === beforeMs) lowMs = middleMs;
    else highMs = middleMs;
  }
  return { beforeMs, afterMs, changesAtMs: highMs };
}

/**
 * What a zone's clocks are ahead of UTC at an instant, in milliseconds (Asia/Shanghai: 28 800 000).
 * Asks the built-in zone database once for each end of a UTC day and remembers the answer; clocks change at most once a day.
 * @param timeZone a name of the IANA time zone database
 * @throws AppError (invalid) ZONE.UNKNOWN
 */
export function offsetMsAt(timeZone: string, atMs: number): number {
  const { format, days } = zoneOf(timeZone);
  const day = Math.floor(atMs / DAY_MS);
  let offset = days.get(day);
  if (offset === undefined) {
    if (days.size >= MAX_DAYS_KEPT) days.clear();
    offset = dayOffset(format, day);
    days.set(day, offset);
  }
  return atMs < offset.changesAtMs ? offset.beforeMs : offset.afterMs;
}
