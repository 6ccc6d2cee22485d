import { isoDate, localTimeAt, periodRange } from '@tenon/domain/energy';
import { invalid, type TimeRange } from '@tenon/kernel';

/** A month of a company's calendar. */
export interface LedgerMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly range: TimeRange;
}

/** The month in which an instant lies, in the company's time zone. */
export function monthAt(timeZone: string, atMs: number): LedgerMonth {
  const range = periodRange(timeZone, atMs, 'month');
  return { month: isoDate(localTimeAt(timeZone, range.fromMs).localDay).slice(0, 7), range };
}

/** The month before. */
export function monthBefore(timeZone: string, { range }: LedgerMonth): LedgerMonth {
  return monthAt(timeZone, range.fromMs - 1);
}

/** A month by its name. @throws AppError (invalid) COMPLETENESS.MONTH for what is none between 2000 and 2099 */
export function monthNamed(timeZone: string, name: string): LedgerMonth {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (!year || !month) throw invalid('COMPLETENESS.MONTH', 'A month is written as in 2026-03.', { month: name });
  // Its 15th is in that month in every time zone.
  return monthAt(timeZone, Date.UTC(Number(year), Number(month) - 1, 15));
}
