import { invalid, type TimeRange } from '@tenon/kernel';

/** The last instant that PostgreSQL and JavaScript both write with a year of four digits. */
const LAST_MS = Date.UTC(9999, 11, 31);

/** A range as the API writes it, two ISO instants. @throws AppError (invalid) TELEMETRY.RANGE_INVALID unless it starts in 1970 or later and ends after it starts */
export function readRange({ from, to }: { readonly from: string; readonly to: string }): TimeRange {
  const range = { fromMs: new Date(from).getTime(), toMs: new Date(to).getTime() };
  if (range.fromMs >= 0 && range.fromMs < range.toMs && range.toMs <= LAST_MS) return range;
  throw invalid('TELEMETRY.RANGE_INVALID', 'A range starts at 1970 or later and ends after it starts.', { from: String(from), to: String(to) });
}
