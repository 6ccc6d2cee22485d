/** Wall-clock time in an IANA zone, without a date library: Intl knows the rules, this does the arithmetic. */

/** Milliseconds since the epoch, an ISO string, or a Date. */
export type Instant = number | string | Date;

/** A wall-clock reading in some zone; month counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

export function toMs(at: Instant): number {
  if (typeof at === 'number') return at;
  return typeof at === 'string' ? Date.parse(at) : at.getTime();
}

/** What a clock on the wall of that zone shows at the instant. */
export function wallClock(atMs: number, timeZone: string): WallClock {
  const reading = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const part of clockOf(timeZone).formatToParts(atMs)) {
    if (part.type in reading) reading[part.type as keyof WallClock] = Number(part.value);
  }
  return reading;
}

/** How far the zone is ahead of UTC at the instant, in ms. */
export function zoneOffsetMs(atMs: number, timeZone: string): number {
  const at = wallClock(atMs, timeZone);
  const asUtcMs = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
  return asUtcMs - Math.floor(atMs / 1000) * 1000;
}

/**
 * The instant at which that zone's clocks show this reading. A reading skipped by the spring change moves forward by the
 * change; one shown twice in autumn means the first.
 */
export function instantOf(clock: WallClock, timeZone: string): number {
  const asUtcMs = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  const dayMs = 86_400_000;
  const before = asUtcMs - zoneOffsetMs(asUtcMs - dayMs, timeZone);
  const after = asUtcMs - zoneOffsetMs(asUtcMs + dayMs, timeZone);
  const isShownAt = (atMs: number): boolean => atMs + zoneOffsetMs(atMs, timeZone) === asUtcMs;
  if (isShownAt(before)) return before;
  return isShownAt(after) ? after : before;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** ISO-like: `2026-03-01`, `2026-03-01 14:05`, `2026-03-01 14:05:09`, in the zone. */
export function formatInstant(
  at: Instant,
  format: { readonly timeZone: string; readonly precision?: 'day' | 'minute' | 'second' | undefined },
): string {
  const clock = wallClock(toMs(at), format.timeZone);
  const day = `${String(clock.year).padStart(4, '0')}-${two(clock.month)}-${two(clock.day)}`;
  if (format.precision === 'day') return day;
  const minute = `${day} ${two(clock.hour)}:${two(clock.minute)}`;
  return format.precision === 'second' ? `${minute}:${two(clock.second)}` : minute;
}

/** The value an `<input type="datetime-local">` wants, in the zone. */
export function toLocalInput(atMs: number, timeZone: string): string {
  return formatInstant(atMs, { timeZone }).replace(' ', 'T');
}

/** Reads such a value back; undefined if it is not a date and time. */
export function fromLocalInput(text: string, timeZone: string): number | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map((digits) => Number(digits ?? 0));
  return instantOf({ year, month, day, hour, minute, second }, timeZone);
}

/** `UTC+8`, `UTC+5:30`, `UTC`: how far the zone is ahead at the instant. */
export function formatOffset(atMs: number, timeZone: string): string {
  const minutes = Math.round(zoneOffsetMs(atMs, timeZone) / 60_000);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${two(size % 60)}` : '';
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}
