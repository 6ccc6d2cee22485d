/** How a file writes times. The first three name the order of year, month and day; a time of day may follow, with an offset from UTC or without. */
export const TIME_FORMATS = ['year-month-day', 'day-month-year', 'month-day-year', 'excel', 'epoch-s', 'epoch-ms', 'epoch-us', 'epoch-ns'] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** A time as it was read: an instant, or what a wall clock shows. */
export interface ReadTime {
  /** Milliseconds since the epoch, with fractions for microseconds; of a wall clock as if it were UTC. */
  readonly ms: number;
  readonly isInstant: boolean;
}

export function isTimeFormat(text: string): text is TimeFormat {
  return (TIME_FORMATS as readonly string[]).includes(text);
}

/** Year, month and day in any order, between `-`, `/`, `.` or 年月日, or eight digits; then perhaps hours, minutes, seconds, their fraction, am or pm, and the offset. */
const DATED = /^(?:(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?|(\d{8}))(?:(?:[T ]\s*|\s+)(上午|下午)?\s*(\d{1,2})[:时点](\d{1,2})分?(?::?(\d{1,2})秒?(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const EXCEL_DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** The last day that a spreadsheet knows: 31 December 9999. */
const LAST_EXCEL_DAY = 2_958_465;
/** How many of them are a millisecond. */
const EPOCHS_PER_MS: Readonly<Record<string, number>> = { 'epoch-s': 1e-3, 'epoch-ms': 1, 'epoch-us': 1_000 };
const [OLDEST_MS, NEWEST_MS] = [Date.UTC(1900, 0, 1), Date.UTC(10_000, 0, 1)];
/** Two digits of a year: as spreadsheets read them, up to 29 of this century and the others of the last. */
const CENTURY_TURNS_AT = 30;

/** Reads a time; `null` where the text is none of this format. */
export function readTime(text: string, format: TimeFormat): ReadTime | null {
  if (format === 'excel') return readSerial(text);
  if (format === 'epoch-ns') return readNanoseconds(text);
  const perMs = EPOCHS_PER_MS[format];
  if (perMs) return readEpoch(text, perMs);
  return readDated(text, format);
}

function within(ms: number, isInstant: boolean): ReadTime | null {
  return ms >= OLDEST_MS && ms < NEWEST_MS ? { ms, isInstant } : null;
}

function readSerial(text: string): ReadTime | null {
  // A date and a time of day in columns of their own are two numbers, or a day and a time that was written out.
  const [day = '', time, ...others] = text.split(' ');
  const days = Number(day);
  if (day === '' || others.length > 0 || !(days >= 0 && days <= LAST_EXCEL_DAY)) return null;
  const ofDay = time === undefined ? 0 : timeOfDayMs(time);
  return ofDay === null ? null : within(Math.round(EXCEL_DAY_ZERO_MS + days * DAY_MS + ofDay), false);
}

function timeOfDayMs(text: string): number | null {
  const share = Number(text);
  if (text !== '' && share >= 0 && share < 1) return share * DAY_MS;
  const [, hour, minute, second, fraction] = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/.exec(text) ?? [];
  return hour === undefined ? null : clock({ hour, minute, second, fraction, half: undefined });
}

function readEpoch(text: string, perMs: number): ReadTime | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  return within(Math.round((Number(text) / perMs) * 1_000) / 1_000, true);
}

/** A double does not hold nanoseconds of today, and points are kept to the microsecond: the rest is cut off. */
function readNanoseconds(text: string): ReadTime | null {
  return /^\d{10,20}$/.test(text) ? within(Number(text.slice(0, -3)) / 1_000, true) : null;
}

function readDated(text: string, format: TimeFormat): ReadTime | null {
  const [, a, b, c, packed, half, hour, minute, second, fraction, meridiem, offset] = DATED.exec(text) ?? [];
  const dayMs = packed === undefined ? ordered(a, b, c, format) : ordered(packed.slice(0, 4), packed.slice(4, 6), packed.slice(6), 'year-month-day');
  const clockMs = hour === undefined ? 0 : clock({ hour, minute, second, fraction, half: half ?? meridiem });
  if (dayMs === null || clockMs === null) return null;
  return offset === undefined ? within(dayMs + clockMs, false) : within(dayMs + clockMs - offsetMs(offset), true);
}

/** Midnight of the day, as if it were UTC; `null` where there is no such day. */
function ordered(a: string | undefined, b: string | undefined, c: string | undefined, format: TimeFormat): number | null {
  if (format === 'year-month-day') return date(a, b, c);
  return format === 'day-month-year' ? date(c, b, a) : date(c, a, b);
}

function date(year = '', month = '', day = ''): number | null {
  if (![2, 4].includes(year.length) || day.length > 2) return null;
  const ms = Date.UTC(wholeYear(year), Number(month) - 1, Number(day));
  const at = new Date(ms);
  // A 31 April would be the first of May.
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) ? ms : null;
}

function wholeYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < CENTURY_TURNS_AT ? 2_000 : 1_900);
}

interface ClockText {
  readonly hour: string;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly fraction: string | undefined;
  readonly half: string | undefined;
}

function clock({ hour, minute = '0', second = '0', fraction = '0', half }: ClockText): number | null {
  const hours = ofHalf(Number(hour), half);
  const [minutes, seconds] = [Number(minute), Number(second)];
  // A leap second is the one after it.
  if (hours === null || minutes > 59 || seconds > 60) return null;
  // 24:00 is the end of the day, as ISO 8601 has had it.
  if (hours > 23 && hours * 3_600 + minutes * 60 + seconds !== 86_400) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + Math.floor(Number(`0.${fraction}`) * 1_000_000 + 1e-6) / 1_000;
}

function ofHalf(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours;
  if (half === '上午') return hours === 12 ? 0 : hours;
  if (half === '下午') return hours < 12 ? hours + 12 : hours;
  if (hours < 1 || hours > 12) return null;
  return (hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetMs(text: string): number {
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (!found) return 0;
  const [, sign, hours, minutes = '0'] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
