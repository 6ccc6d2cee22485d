import { absentWithin, type GapPiece, isCounted, sumWithin } from '@tenon/domain/ledger';
import { DAY_MS, HOUR_MS, type TimeRange } from '@tenon/kernel';
import type { LedgerDay } from '../persistence/ledger-day.repository.js';

/** One hour of a machine. */
export interface LedgerHour {
  readonly atMs: number;
  readonly kept: number;
  readonly missing: number;
  readonly refused: number;
  readonly repeats: number;
  readonly late: number;
  readonly awayMs: number;
}

/** What a machine's hours are made of. */
export interface HourParts {
  readonly range: TimeRange;
  readonly days: readonly LedgerDay[];
  readonly pieces: readonly GapPiece[];
  readonly refusals: readonly { readonly atMs: number; readonly refused: number }[];
}

/** A machine's hours in order, those of which nothing is known as nothing. */
export function hoursOf({ range, days, pieces, refusals }: HourParts): LedgerHour[] {
  const byDay = new Map(days.map((day) => [day.dayMs, day]));
  const hours = Array.from({ length: Math.max(0, Math.ceil((range.toMs - range.fromMs) / HOUR_MS)) }, (_, place) => range.fromMs + place * HOUR_MS);
  return hours.map((atMs) => {
    const hour = { fromMs: atMs, toMs: Math.min(atMs + HOUR_MS, range.toMs) };
    const sum = (of: (day: LedgerDay) => readonly number[]): number => daysOf(hour).reduce((total, dayMs) => total + (byDay.has(dayMs) ? sumWithin(of(byDay.get(dayMs) as LedgerDay), dayMs, hour) : 0), 0);
    const here = pieces.filter(({ fromMs, toMs }) => fromMs < hour.toMs && toMs > hour.fromMs);
    const counted = here.filter(({ cause }) => isCounted(cause)).reduce((total, piece) => total + absentWithin(piece, hour), 0);
    const refused = refusals.filter((each) => each.atMs >= hour.fromMs && each.atMs < hour.toMs).reduce((total, each) => total + each.refused, 0);
    const awayMs = here.filter(({ cause }) => !isCounted(cause)).reduce((total, { fromMs, toMs }) => total + Math.min(toMs, hour.toMs) - Math.max(fromMs, hour.fromMs), 0);
    return { atMs, kept: sum(({ kept }) => kept), repeats: sum(({ repeats }) => repeats), late: sum(({ late }) => late), refused, missing: Math.max(0, counted + sum(({ absent }) => absent) - refused), awayMs };
  });
}

/** The days of UTC that an hour touches: two where the zone is half an hour off. */
function daysOf({ fromMs, toMs }: TimeRange): number[] {
  const [first, last] = [Math.floor(fromMs / DAY_MS) * DAY_MS, Math.floor((toMs - 1) / DAY_MS) * DAY_MS];
  return first === last ? [first] : [first, last];
}
